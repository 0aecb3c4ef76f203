//! Lines that are read whole, or refused.

use ql_exchange::people::{Field, Table, Warning, read_people};

use crate::{csv, refused, today};

#[test]
fn each_line_is_read_or_refused_with_its_reason() {
    let long = "x".repeat(300);
    let text = format!(
        "Nom;Prénom;Né(e) le;Âge;Sexe;Part seul;Assurance\n\
         Kaci;Lina;03/05/2011;;F;oui;MAIF 12\n\
         ;;03/05/2011;;F;;\n\
         Petit;Noé;31/02/2011;;M;;\n\
         Petit;Awa;03/05/2031;;F;;\n\
         Petit;Jo;03/05/1871;;M;;\n\
         Petit;Ali;;cent;M;;\n\
         Petit;Eva;;14;quoi;;\n\
         {long};Max;;14;;;\n\
         Petit;Zoé;#REF!;14;F;;\n\
         Petit;Luc;?;13 ans;h;nsp;-\n\
         ;;;;;;\n\
         Petit;Tom;;14;M;avec sa sœur;\n\
         Petit;Léo;;14;M;;1 85 05 78 006 084 91\n\
         Total;9;;;;;\n"
    );
    let table = Table::read(text.as_bytes(), "l.csv", None).unwrap();
    use Field::{Birth, Family, Given, Insurance, LeavesAlone, Sex, ToldAge};
    let mapping = [Family, Given, Birth, ToldAge, Sex, LeavesAlone, Insurance].map(Some);
    // One number among insurances is that line's fault; a column that mostly holds them is not read at all.
    let read = read_people(&table, &mapping, today());
    assert_eq!(
        refused(&read),
        [
            (3, "no_name"),
            (4, "bad_date"),
            (5, "date_in_future"),
            (6, "too_old"),
            (7, "bad_age"),
            (8, "unknown_value"),
            (9, "text_too_long"),
            (10, "formula_error"),
            (13, "unknown_value"),
            (14, "social_security_number"),
            (15, "heading"),
        ]
    );
    assert_eq!(read.refused[1].column.as_deref(), Some("Né(e) le"));
    assert_eq!(read.refused[1].value, "31/02/2011");
    let rows: Vec<_> = read.people.iter().map(|person| person.row).collect();
    assert_eq!(rows, [2, 11]);
    let luc = &read.people[1];
    assert_eq!(
        (luc.birth, luc.told_age, luc.leaves_alone),
        (None, Some(13), None),
        "what says nothing is not known"
    );
    assert_eq!(read.people[0].insurance, "MAIF 12", "the others keep theirs");
    let mostly = "Prénom;Assurance\nLéo;1 85 05 78 006 084 91\nLina;185057800608491\nNoé;MAIF\n";
    let table = Table::read(mostly.as_bytes(), "l.csv", None).unwrap();
    let read = read_people(&table, &[Given, Insurance].map(Some), today());
    assert!(read.people.len() == 3 && read.people.iter().all(|person| person.insurance.is_empty()));
    assert_eq!(read.warnings[0].code(), "forbidden_column");
}

#[test]
fn a_social_security_number_far_below_refuses_its_line() {
    let mut text = "Nom;Prénom;Assurance\n".to_owned();
    for line in 0..300 {
        text.push_str(&format!("Kaci{line};Lina;MAIF {line}\n"));
    }
    text.push_str("Petit;Noé;185057800608491\n");
    let read = csv(&text);
    assert_eq!(refused(&read), [(302, "social_security_number")]);
    assert_eq!(read.refused[0].value, "", "the number itself is not said back");
}

#[test]
fn a_social_security_number_is_no_group_and_is_not_said_back_for_another_fault() {
    let read = csv("Prénom;Nom;Groupe\nLina;Kaci;1 85 05 78 006 084 91\nNoé;Petit;Les mercredis\n");
    assert_eq!(refused(&read), [(2, "social_security_number")]);
    let read =
        csv("Prénom;Né(e) le\nNoé;03/05/2011\nAwa;04/05/2011\nAli;05/05/2011\nLina;1 85 05 78 006 084 91\n");
    assert_eq!((refused(&read), read.refused[0].value.as_str()), (vec![(5, "bad_date")], ""));
}

#[test]
fn a_line_that_has_slipped_is_refused_though_it_ends_with_nothing() {
    let list = |line: &str| {
        format!("Prénom;Nom;Adresse;Téléphone;Groupe\nAwa;Sy;1 rue B;0639980001;A\n{line}\nMo;Ba;x;06;A\n")
    };
    let read = csv(&list("Lina;Kaci;12 rue A; bât B;0639980011;"));
    assert_eq!(refused(&read), [(3, "more_cells")]);
    assert_eq!(read.people.len(), 2);
    // Where every line ends so, nothing has slipped.
    let read = csv("Prénom;Nom\nAwa;Sy;;\nLina;Kaci;;\nMo;Ba;;\n");
    assert_eq!((refused(&read), read.people.len()), (vec![], 3));
}

#[test]
fn a_line_that_ends_early_is_read_as_it_stands() {
    let read = |lines: &str| csv(&format!("Prénom;Nom;Ville;Tél mère;Tél père\n{lines}"));
    // Programs and people leave out what is empty at the end, of a line alone too.
    let read = read("Awa;Sy;Évry;0639980001;\nMo;Ba;Évry;;\nLina;Kaci;Évry;0639980012\nTom;Roy\n");
    assert_eq!((refused(&read), read.people.len()), (vec![], 4));
    assert_eq!(read.people[2].relatives[0].phone, "06 39 98 00 12");
}

#[test]
fn lines_between_two_torn_cells_are_lines() {
    let read = csv(
        "Prénom\tNom\tAdresse\tTéléphone\nAwa\tSy\t\"12 rue\t0639980001\nMo\tBa\tx\t0639980003\nLina\tKaci\t12 rue\"\t0639980011\n",
    );
    assert_eq!(refused(&read), [(2, "open_quote"), (4, "open_quote")]);
    assert_eq!(read.people.len(), 1);
}

#[test]
fn the_column_of_births_says_its_order() {
    let read = csv("Prénom;Né(e) le\nLina;05/03/2011\nNoé;12/25/2010\n");
    let births: Vec<_> = read.people.iter().map(|person| person.birth.unwrap().to_string()).collect();
    assert_eq!(
        births,
        ["2011-05-03", "2010-12-25"],
        "25 is no month: the month stands first in the whole column"
    );
    assert_eq!(
        read.warnings,
        [Warning::MonthFirst { column: "Né(e) le".to_owned(), row: 3 }],
        "which is told"
    );
    let read = csv("Prénom;Né(e) le\nLina;05/03/2011\nNoé;12/25/2010\nAwa;25/12/2010\n");
    assert_eq!(
        read.people[0].birth.unwrap().to_string(),
        "2011-03-05",
        "the French order where the column contradicts itself"
    );
    let mixed = Warning::MixedDates { column: "Né(e) le".to_owned(), day_first: 4, month_first: 3 };
    assert_eq!(read.warnings, [mixed]);
    let read = csv("Prénom;Né(e) le\nLina;32/13/2011\nNoé;12/32/2010\nAwa;25/12/2010\n");
    assert_eq!(refused(&read), [(2, "bad_date"), (3, "bad_date")]);
    assert!(read.warnings.is_empty(), "what is no day either way says nothing: {:?}", read.warnings);
    let read = csv("Prénom;Né(e) le\nLina;05/03/2011\n");
    assert_eq!(read.warnings, [Warning::AssumedDayFirst { column: "Né(e) le".to_owned() }]);
}

#[test]
fn dates_in_five_notations_are_one_day() {
    let read = csv(
        "Prénom;Né(e) le\nA;2011-05-03\nB;03/05/2011\nC;3.5.11\nD;3 mai 2011\nE;mai 3, 2011\nF;40666\nG;May 3rd, 2011\n",
    );
    assert_eq!(read.people.len(), 7);
    assert!(
        read.people.iter().all(|person| person.birth.unwrap().to_string() == "2011-05-03"),
        "{:?}",
        read.people
    );
}

#[test]
fn values_of_the_register() {
    let read = csv("Nom;Prénom;Rôle;Civilité;Adresse;CP;Ville;QPV;Situation;Groupe;Groupe 2\n\
         Kaci;Samira;Formatrice;Mme;12 rue des Lilas;93200;Ville-Neuve;non;en emploi;Mercredi, Samedi;mercredi\n\
         Petit;Noé;;M.;;;;x;collégien;;\n");
    let samira = &read.people[0];
    assert_eq!((samira.role.code(), samira.sex.unwrap().code()), ("trainer", "f"));
    assert_eq!(
        (samira.address.as_str(), samira.commune.as_str()),
        ("12 rue des Lilas, 93200", "Ville-Neuve")
    );
    assert_eq!((samira.qpv.unwrap().code(), samira.occupation.unwrap().code()), ("no", "employed"));
    assert_eq!(samira.groups, ["Mercredi", "Samedi"]);
    let noe = &read.people[1];
    assert_eq!(
        (noe.role.code(), noe.sex.unwrap().code(), noe.qpv.unwrap().code()),
        ("participant", "m", "yes")
    );
}

#[test]
fn who_stands_twice_in_a_list_is_told() {
    let read = csv(
        "Nom;Prénom;Né(e) le;Tél.\nKaci;Lina;13/05/2011;0639980011\nKACI;LINA;13/05/2011;0639980012\nKaci;Lina;14/06/1980;\nKaci;Lina;13/05/2011;0639980011\n",
    );
    assert_eq!(read.people.len(), 3);
    assert_eq!(refused(&read), [(5, "same_row")], "nothing is lost by leaving out the same line");
    assert_eq!(
        read.warnings,
        [Warning::SamePerson { row: 3, first: 2 }],
        "a mother of the same name is another person"
    );
}

#[test]
fn a_damaged_line_is_refused_and_the_others_are_read() {
    let text = "Prénom;Nom;Tél;Ville\n\
        N1;P1;0639980011;Évry\n\
        N2;\"P2;0639980012;Évry\n\
        N3;P3;0639980013;Évry\n\
        N4;P4;12 rue X; bât C;0639980014\n\
        N5;P5;6,39E+08;Évry\n\
        N6;P6;1 85 05 78 006 084 91;Évry\n\
        N7;P7;0639980017;\"Évry\n91000\"\n\
        N8;P8;0639980018;Évry;;;\n\
        Zo";
    // Cut within the last letter, and a line that another program wrote.
    let mut bytes = text.replace("N3;P3", "N3;P@").into_bytes();
    bytes.push(0xc3);
    let at = bytes.iter().position(|byte| *byte == b'@').unwrap();
    bytes[at] = 0xe9;
    let table = Table::read(&bytes, "l.csv", None).unwrap();
    let read = read_people(&table, &table.guess(today()).fields, today());
    assert_eq!(
        refused(&read),
        [
            (3, "open_quote"),
            (4, "lost_letter"),
            (5, "more_cells"),
            (6, "rounded_number"),
            (7, "social_security_number"),
            (10, "lost_letter"),
        ]
    );
    let names: Vec<_> = read.people.iter().map(|person| (person.row, person.given.as_str())).collect();
    assert_eq!(names, [(2, "N1"), (8, "N7"), (9, "N8")]);
    assert_eq!(read.people[1].commune, "Évry 91000", "a cell of two lines is one");
}

#[test]
fn what_is_no_name_makes_nobody() {
    let read = csv("Prénom;Nom;Tél\n\
        Lina;Kaci;06\n\
        93200 Bobigny;;\n\
        0639980011;;\n\
        Légende : x = absent;;\n\
        Awa et Ali;Sy;06\n\
        Mo / Bo;Ba;06\n\
        A?cha;Ba;06\n\
        Zoé;Ba-Sy;06\n");
    assert_eq!(
        refused(&read),
        [
            (3, "not_a_name"),
            (4, "not_a_name"),
            (5, "not_a_name"),
            (6, "several_people"),
            (7, "several_people"),
            (8, "lost_letter"),
        ]
    );
    assert_eq!(read.people.len(), 2);
    let read = csv("Nom et prénom;Tél\n\"Lina Kaci\nNoé Kaci\";06\nAwa Sy;07\n");
    assert_eq!((refused(&read), read.people.len()), (vec![(2, "several_people")], 1));
}

#[test]
fn a_line_that_has_slipped_past_the_headings_is_refused() {
    let list = |line: &str| {
        csv(&format!(
            "Prénom;Nom;Adresse;Tél;Groupe;;\nAwa;Sy;1 rue B;0639980001;A;;\n{line}\nMo;Ba;x;;A;;\nBo;Ba;;;;;\n"
        ))
    };
    for line in [
        "Lina;Kaci;12 rue A;bât B;0639980011;A;",
        "Lina;Kaci;12 rue A;bât B;0639980011;A;;",
        "Lina;Kaci;12 rue A;bât B;;;A",
    ] {
        let read = list(line);
        assert_eq!((refused(&read), read.people.len()), (vec![(3, "more_cells")], 3), "{line}");
    }
    for line in ["Lina;Kaci;0639980011;A;;;", "Lina;Kaci;x;;0639980011;;", "Lina;Kaci;+33 6 39 98 00 11;;;;"]
    {
        assert_eq!(refused(&list(line)), [(3, "unknown_value")], "{line}: a telephone is nothing else");
    }
    // A column that has no heading, and yet values, is a column.
    let read = csv("Prénom;Nom;\nAwa;Sy;x\nLina;Kaci;y\nMo;Ba;\n");
    assert_eq!((refused(&read), read.people.len()), (vec![], 3));
}

#[test]
fn the_same_as_above_must_be_written() {
    let read = csv("Prénom;Nom;Ville\nLina;Kaci;Évry\nNoé;idem;Évry\nAwa;Sy;''\nMo;Ba;”\n");
    assert_eq!(refused(&read), [(3, "ditto"), (4, "ditto"), (5, "ditto")]);
}

#[test]
fn a_telephone_of_nothing_is_none() {
    let read = csv("Prénom;Tél;Assurance\nLina;0;MAIF\nNoé;06;2,85E+14\n");
    assert_eq!(read.people[0].phone, "");
    assert_eq!(refused(&read), [(3, "rounded_number")]);
}

#[test]
fn a_column_of_both_names_says_which_stands_first() {
    for (heading, given) in [("Nom et prénom", "Lina"), ("Prénom Nom", "Kaci"), ("Participant", "Kaci")] {
        let read = csv(&format!("{heading};Ville\nKaci Lina;Évry\n"));
        assert_eq!(read.people[0].given, given, "{heading}");
    }
    let read = csv("Nom et prénom;Ville\nLina KACI;Évry\nNoé PETIT;Évry\nAwa Sy;Évry\n");
    assert_eq!(read.people[2].given, "Awa", "the capitals of the others say it better");
}

#[test]
fn lines_above_and_between_headings_are_told() {
    let read = csv("Awa;Sy;mère;élève\n\
        Prénom;Nom;Responsable;Rôle\n\
        Lina;Kaci;mère;élève\n\
        Prénom;Nom;Parent;Téléphone\n\
        Noé;Ba;père;élève\n");
    assert_eq!(refused(&read), [(1, "above_headings"), (4, "heading"), (5, "other_headings")]);
    assert_eq!(read.people.len(), 1);
    let read = csv("Liste des responsables;;\nPrénom;Nom;Tél\nLina;Kaci;0639980011\n");
    assert_eq!((read.people[0].given.as_str(), read.people[0].phone.as_str()), ("Lina", "06 39 98 00 11"));
    // More words that are known stand in a line of data than in the headings.
    let read = csv("Prénom;Nom;Qui;Quoi;Où\nLina;Kaci;mère;élève;commune\nNoé;Ba;père;élève;ville\n");
    assert_eq!(read.people.len(), 2);
}

#[test]
fn letters_of_two_programs_refuse_their_line() {
    let read = csv("Prénom;Nom\nZoÃ©;Ba\nZoé;Sy\n");
    assert_eq!((refused(&read), read.people.len()), (vec![(2, "lost_letter")], 1));
}

#[test]
fn an_address_keeps_the_marks_of_its_lines() {
    let read = csv("Prénom;Nom;Adresse;Tél\n\
        Lina;Kaci;\"12 rue A\n\"Les Lilas\" bât B\n93200 X\";0639980011\n\
        \"Noé\"; \"Petit\"; \"3 rue; B\";0639980012\n");
    assert_eq!(refused(&read), []);
    assert_eq!(read.people[0].address, "12 rue A, \"Les Lilas\" bât B, 93200 X");
    assert_eq!((read.people[1].family.as_str(), read.people[1].phone.as_str()), ("Petit", "06 39 98 00 12"));
}

#[test]
fn a_second_list_beside_the_first_is_told() {
    let read = csv("Nom;Prénom;Tél;;Nom;Prénom;Tél\nBENALI;Inès;0611111111;;KACI;Noé;0622222222\n");
    let unread = Warning::Unread { columns: ["Nom", "Prénom", "Tél"].map(str::to_owned).into() };
    assert_eq!(read.warnings, [unread, Warning::RepeatedHeading { column: "Nom".to_owned() }]);
    assert_eq!((read.people.len(), read.people[0].phone.as_str()), (1, "06 11 11 11 11"));
}

#[test]
fn a_group_alone_on_its_line_is_nobody() {
    let read = csv("Nom;Prénom;Tél\nGroupe du samedi;;\nKaci;Lina;\nBa;;\n");
    assert_eq!((refused(&read), read.people.len()), (vec![(2, "heading")], 2));
}

#[test]
fn ticks_in_the_words_of_their_headings_are_no_headings() {
    for (headings, line) in [
        ("Nom;Prénom;Théâtre;Cinéma;Danse", "Kaci;Lina;Théâtre;Cinéma;Danse"),
        ("Prénom;Nom;Mercredi;Samedi;Vacances", "Lina;Kaci;Mercredi;Samedi;Vacances"),
        ("Nom;Prénom;Rôle;Statut;Groupe", "Kaci;Lina;Participante;Élève;Groupe A"),
        ("Nom;Prénom;Mère;Père;Urgence;Personne autorisée", "Kaci;Lina;Maman;Papa;Maman;Papa"),
        ("Enfant;Mère;Père;Garde;Urgence;Qui vient chercher", "Lina Kaci;Awa;Ali;Mère;Père;Mère"),
    ] {
        let read = csv(&format!("{headings}\n{line}\n{line}\n"));
        assert_eq!(read.people[0].given, "Lina", "{headings}: {:?}", read.refused);
        assert!(refused(&read).iter().all(|(_, reason)| *reason == "same_row"), "{headings}");
    }
}

#[test]
fn lines_under_other_headings_are_of_another_list() {
    let text = "Nom;Prénom;Tél\nKaci;Lina;0639980011\nNom;Prénom;Tél\nBa;Awa;0639980013\nPrénom;Nom;Tél\n\
        Mo;Ba;0639980012\nNom;Prénom;Tél\nSy;Ali;0639980014\n";
    let read = csv(text);
    assert_eq!(refused(&read), [(3, "heading"), (5, "heading"), (6, "other_headings"), (7, "heading")]);
    assert_eq!(read.people.iter().map(|one| &*one.given).collect::<Vec<_>>(), ["Lina", "Awa", "Ali"]);
    // Behind a column that says nothing, and in other words for the same.
    let read = csv("N°;Nom;Prénom;Tél\n1;Kaci;Lina;0639980011\nN°;Prénom;Nom;Tél\n2;Mo;Ba;0639980012\n");
    assert_eq!(refused(&read), [(3, "heading"), (4, "other_headings")]);
    let read = csv(
        "Code;Nom;Prénom;Ville;Mère;Père\n1;Kaci;Lina;Évry;Sara;Karim\nRéf.;Nom;Prénom;Ville;Père;Mère\n2;Ba;Mo;Évry;Ali;Awa\n",
    );
    assert_eq!(refused(&read), [(3, "heading"), (4, "other_headings")]);
    // With the name of a group before them.
    let list = "Nom;Prénom;Mère;Père;Ville\nKaci;Lina;Sara;Karim;Évry\n";
    let read = csv(&format!("{list}Groupe B;;Mère;Père;Ville\nBa;Mo;Awa;Ali;Évry\n"));
    assert_eq!((refused(&read), read.people.len()), (vec![(3, "heading")], 2));
    let short = "Nom;Prénom;Mère;Père\nKaci;Lina;Sara;Karim\n";
    for title in ["Les grands", "Groupe 2", ""] {
        let read = csv(&format!("{short}{title};;Père;Mère\nBa;Mo;Ali;Awa\n"));
        assert_eq!(refused(&read), [(3, "heading"), (4, "other_headings")], "{title}");
    }
    for (headings, again) in [
        ("Nom;Prénom;Mère;Père;Classe;École", "Les grands;;Père;Mère;Classe;École"),
        ("Nom;Prénom;Mère;Père", "Les grands;;Papa;Maman"),
        ("Nom;Prénom;Mère;Père", "Les grands;;Nom du père;Nom de la mère"),
        ("Nom;Prénom;Mère;Père", "Mercredi;14h-16h;Père;Mère"),
        ("Nom;Prénom;Tél mère;Tél père", "Les grands;;Portable père;Portable mère"),
        ("Nom;Prénom;Responsable 1;Responsable 2;Urgence", "Groupe 2;;Urgence;Responsable 1;Responsable 2"),
    ] {
        let line = if headings.contains("Tél") { "Ba;Mo;0639980011;0639980012" } else { "Ba;Mo;Ali;Awa" };
        let read = csv(&format!("{headings}\n{line}\n{again}\nSy;Zoé;{}\n", &line[6..]));
        assert_eq!(refused(&read), [(3, "heading"), (4, "other_headings")], "{again}");
    }
    let read = csv(&format!("{list}Groupe B;;Père;Mère;Ville\nBa;Mo;Ali;Awa;Évry\n"));
    assert_eq!(refused(&read), [(3, "heading"), (4, "other_headings")]);
    let read = csv("Nom;Prénom;Téléphone\nKaci;Lina;0639980011\nNoms;Prénoms;Tél.\nBa;Mo;0639980012\n");
    assert_eq!((refused(&read), read.people.len()), (vec![(3, "heading")], 2));
}

#[test]
fn what_forms_answer_refuses_nobody() {
    let read = csv("Nom;Prénom;Sexe;Situation;Âge;Peut venir chercher\n\
        Kaci;Lina;Ne souhaite pas répondre;3ème;16 ans et demi;Parents uniquement\n\
        Ba;Mo;M;Service civique;15;Personne d’autre\n");
    assert_eq!(refused(&read), []);
    assert!(read.people.iter().all(|one| one.relatives.is_empty()));
    // Words that are none of its field's, most of them: another column.
    let read = csv("Nom;Prénom;Fonction\nRoy;Jo;Directrice\nBa;Mo;Animateur\nSy;Al;Chargé de projet\n");
    assert_eq!((refused(&read), read.people.len()), (vec![], 3));
}

#[test]
fn words_where_a_telephone_stands_show_a_slip() {
    let read = csv(
        "Nom;Prénom;Commune;Tél\nKaci;Lina;bât B;Bobigny\nBa;Mo;Évry;voir sa mère\nSy;Al;Évry;'0639980018\n",
    );
    assert_eq!(refused(&read), [(2, "unknown_value")]);
    assert_eq!(read.people[1].phone, "06 39 98 00 18");
}
