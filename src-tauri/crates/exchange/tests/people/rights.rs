//! Who has the authority of a parent, and who may fetch, by what a list says of them, of others and of judges.

use ql_exchange::people::Warning;

use crate::csv;

#[test]
fn who_has_the_authority_of_a_parent_is_no_list_s_to_guess() {
    let holders = |headings: &str, line: &str| -> Vec<String> {
        let read = csv(&format!("Prénom;{headings}\nLina;{line}\n"));
        assert_eq!(read.refused, [], "{headings} / {line}");
        let told = |one: &Warning| matches!(one, Warning::Authority { .. });
        assert!(read.warnings.iter().any(told), "{headings}: it is told");
        let near = read.people[0].relatives.iter().filter(|one| one.authority);
        near.map(|one| one.name.clone()).collect()
    };
    let both = ["Sara Ba", "Karim Ba"];
    for said in ["", "oui", "X"] {
        let line = format!("Sara Ba;Karim Ba;{said}");
        assert_eq!(holders("Mère;Père;Autorité parentale", &line), both, "{said}");
    }
    for said in [
        "non",
        "mère",
        "Père seul",
        "la maman a la garde exclusive",
        "100% mère",
        "retirée",
        "aucun",
        "1",
        "Mme Ba",
        "les deux",
        "conjointe",
    ] {
        for headings in [
            "Mère;Père;Autorité parentale",
            "Responsable 1;Responsable 2;Qui détient l'autorité parentale ?",
            "Mère;Père;Exercice de l'autorité parentale",
            "Mother;Father;Parental responsibility",
            "Mother;Father;Legal custody",
            "Mère;Père;Autorité",
        ] {
            let line = format!("Sara Ba;Karim Ba;{said}");
            assert_eq!(holders(headings, &line), [""; 0], "{headings} / {said}");
        }
    }
    // One for each: what is said of one is never taken for the other.
    for (headings, line) in [
        ("Mère;Père;Autorité parentale mère;Autorité parentale père", "Sara Ba;Karim Ba;non;oui"),
        ("Autorité parentale père;Père;Autorité parentale mère;Mère", "non;Karim Ba;oui;Sara Ba"),
        ("Mère;Autorité parentale;Père;Autorité parentale", "Sara Ba;x;Karim Ba;"),
    ] {
        assert_eq!(holders(headings, line), [""; 0], "{headings}");
    }
    for said in ["oui", "non", "x"] {
        let line = format!("Sara Ba;Karim Ba;{said}");
        assert_eq!(holders("Mère;Père;Père déchu de l'autorité parentale", &line), [""; 0], "{said}");
        assert_eq!(holders("Mère;Père;Retrait autorité parentale", &line), [""; 0], "{said}");
    }
    assert_eq!(holders("Mère;Père;Autorité parentale conjointe (oui/non)", "Sara Ba;Karim Ba;oui"), both);
    let twice = csv(
        "Prénom;Nom;Mère;Père;Autorité parentale père\nLina;Ba;Sara;Karim;non\nLina;Ba;Sara Ba;Karim Ba;\n",
    );
    let near = twice.people.iter().flat_map(|one| &one.relatives);
    assert!(
        !near.clone().any(|one| one.authority),
        "what one line says holds for the other: {:?}",
        twice.people
    );
    assert_eq!(near.count(), 4);
    let alone = csv("Prénom;Autorité parentale;Ville\nLina;Sara Ba;Évry\n");
    assert!(alone.people[0].relatives[0].authority, "a guardian under that name is one");
}

#[test]
fn a_line_that_speaks_of_a_judge_gives_nobody_a_right() {
    let list = "Nom;Prénom;Responsable;Lien;Tél responsable;Peut venir chercher;Remarques\n";
    for line in [
        "père (déchu);0639980011;;",
        "père sans autorité parentale;0639980011;Awa;",
        "père;0639980011;Awa;Le juge a retiré la garde",
        "père;0639980011;Awa;interdiction de venir chercher",
    ] {
        let read = csv(&format!("{list}Ba;Lina;Samir;{line}\nSy;Mo;Nadia;mère;0639980012;Awa;allergie\n"));
        assert_eq!(read.refused, [], "{line}");
        assert!(read.people[0].relatives.iter().all(|one| !one.authority && !one.pickup), "{line}");
        assert!(read.warnings.contains(&Warning::Judged { row: 2 }), "{line}: {:?}", read.warnings);
        let rights: Vec<_> = read.people[1].relatives.iter().map(|one| (one.authority, one.pickup)).collect();
        assert_eq!(rights, [(true, false), (false, true)], "another line is another matter");
        assert_eq!(read.warnings.iter().filter(|one| matches!(one, Warning::Judged { .. })).count(), 1);
    }
    for (heading, said) in [
        ("Décision du juge", "père"),
        ("Mesure d'éloignement", "oui"),
        ("Personne interdite", "Samir"),
        ("Personnes NON autorisées à venir chercher", "père"),
        ("Remarques", "décision JAF"),
        ("Remarques", "Ne pas remettre au père"),
        ("Remarques", "garde à la mère uniquement"),
        ("Remarques", "interdits de contact"),
        ("Situation familiale", "garde exclusive à la mère"),
        ("Personne à ne pas contacter", "Samir"),
        ("Personne refusée", "Samir"),
        ("Décision de justice", "voir copie jointe"),
        ("Court order", "yes"),
        ("Remarques", "Samir n'est plus autorisé"),
        ("Remarques", "jamais le père"),
        ("Observations", "uniquement la mère"),
        ("Observations", "droit de visite suspendu"),
        ("Observations", "papa n'a aucun droit"),
        ("Observations", "résidence exclusive chez la mère"),
        ("Garde", "mère"),
        ("Droit de garde", "exclusive"),
        ("Droits parentaux", "mère uniquement"),
        ("Parent non gardien", "Samir"),
        ("Personnes à qui l'enfant ne doit pas être confié", "Samir"),
        ("Ordonnance de protection", "oui (père)"),
        ("Remarques", "père incarcéré, pas de contact"),
    ] {
        let read = csv(&format!(
            "Nom;Prénom;Mère;Père;Peut venir chercher;{heading}\nBa;Lina;Nadia;Samir;Awa;{said}\n"
        ));
        let near = &read.people[0].relatives;
        assert!(near.len() == 3 && near.iter().all(|one| !one.authority && !one.pickup), "{heading}, {said}");
    }
    for (heading, said) in [
        ("Projet", "Court métrage"),
        ("Mail", "nadia.court@exemple.fr"),
        ("Visite médicale", "visite faite"),
        ("Image autorisée par les parents (oui/non)", "oui"),
        ("Situation familiale", "mariés"),
        ("Garde", "garderie du soir"),
        ("Ordonnance", "ventoline"),
        ("Profession mère", "juge"),
        ("Dossier", "retiré le 3/10"),
        ("Droit à l'image", "interdit"),
        ("Décision du juge", "non"),
        ("Interdiction", "néant"),
    ] {
        let read = csv(&format!("Nom;Prénom;Mère;{heading}\nBa;Lina;Marie Court;{said}\n"));
        assert!(read.people[0].relatives[0].authority, "{heading}, {said}: {:?}", read.warnings);
    }
    let asked = "Nom;Prénom;Mère;Tél mère;Père;Parent ayant l'autorité parentale\n";
    let read = csv(&format!("{asked}Ba;Lina;Nadia;0639980012;Samir;mère\n"));
    let near: Vec<_> = read.people[0].relatives.iter().map(|one| (&*one.name, one.authority)).collect();
    assert_eq!(near, [("Nadia", false), ("Samir", false)], "it answers who has it, and names nobody");
    let consent = csv("Nom;Prénom;Mère;Autorisation parentale\nBa;Lina;Nadia;en attente\n");
    assert!(consent.people[0].relatives[0].authority, "a consent is another matter");
}

#[test]
fn who_is_no_parent_has_no_authority_and_nobody_is_nobody() {
    let near = |list: &str| -> Vec<(String, String, bool)> {
        let read = csv(&format!("Nom;Prénom;{list}\n"));
        assert_eq!(read.refused, [], "{list}");
        let near = read.people[0].relatives.iter();
        near.map(|one| (one.name.clone(), one.relation.clone(), one.authority)).collect()
    };
    for (relation, has) in [
        ("mère", true),
        ("tutrice", true),
        ("responsable légal", true),
        ("", true),
        ("voisine", false),
        ("éducatrice", false),
        ("référent ASE", false),
        ("beau-père", false),
        ("grand-mère", false),
        ("famille d'accueil", false),
        ("sœur", false),
    ] {
        let told = near(&format!("Responsable;Lien\nBa;Lina;Zoé Ba;{relation}"));
        assert_eq!(told, [("Zoé Ba".to_owned(), relation.to_owned(), has)], "{relation}");
    }
    for nobody in ["DCD", "séparé", "lui-même", "majeure"] {
        assert_eq!(near(&format!("Responsable légal\nBa;Lina;{nobody}")), [], "{nobody}");
    }
    let told = near("Nom du parent ou tuteur\nBa;Lina;Zoé Ba");
    assert_eq!(told, [("Zoé Ba".to_owned(), String::new(), true)]);
    let refused = csv("Nom;Prénom;Peut venir chercher\nBa;Lina;ni Samir ni Ali\nSy;Mo;tous\n");
    assert_eq!(refused.people.len(), 0, "{:?}", refused.people);
}

#[test]
fn a_third_guardian_takes_the_place_of_no_parent() {
    let list = "Nom;Prénom;Mère;Tél mère;Père;Tél père;";
    for (heading, said) in
        [("Tuteur", "Denise Ba"), ("Responsable légal", "les deux"), ("Représentant légal", "mère")]
    {
        let read = csv(&format!(
            "{list}{heading}\nBa;Lina;Nadia;0639980011;Samir;0639980012;{said}\nSy;Mo;Awa;0639980013;Ali;0639980014;\n"
        ));
        let near = |at: usize| -> Vec<_> {
            read.people[at].relatives.iter().map(|one| (&*one.name, &*one.phone, one.authority)).collect()
        };
        assert_eq!(
            near(0),
            [("Nadia", "06 39 98 00 11", false), ("Samir", "06 39 98 00 12", false)],
            "{heading}"
        );
        assert_eq!(near(1), [("Awa", "06 39 98 00 13", true), ("Ali", "06 39 98 00 14", true)], "{heading}");
        assert!(
            read.warnings.iter().any(|one| matches!(one, Warning::Authority { .. })),
            "{heading}: it is told"
        );
    }
    // Who has it is somebody, and what the other has is not said.
    let asked = "Nom;Prénom;Responsable ayant l'autorité parentale;Téléphone;Autre parent;Téléphone\n";
    let read = csv(&format!("{asked}Ba;Lina;Nadia;0639980011;Samir;0639980012\n"));
    let near: Vec<_> =
        read.people[0].relatives.iter().map(|one| (&*one.name, &*one.phone, one.authority)).collect();
    assert_eq!(near, [("Nadia", "06 39 98 00 11", false), ("Samir", "06 39 98 00 12", false)]);
    let read =
        csv("Nom;Prénom;Nom du représentant légal (autorité parentale);Tél\nBa;Lina;Nadia;0639980011\n");
    let near: Vec<_> =
        read.people[0].relatives.iter().map(|one| (&*one.name, &*one.phone, one.authority)).collect();
    assert_eq!(near, [("Nadia", "06 39 98 00 11", true)]);
    let read = csv(
        "Nom;Prénom;Responsable 1;Responsable 2;Responsable ayant l'autorité parentale\nBa;Lina;Nadia;Samir;les deux\n",
    );
    let near: Vec<_> = read.people[0].relatives.iter().map(|one| (&*one.name, one.authority)).collect();
    assert_eq!(near, [("Nadia", false), ("Samir", false)]);
    // Of another child of the same name nothing is said.
    let read = csv(
        "Nom;Prénom;Né le;Père;Remarque\nBa;Mo;12/03/2012;Ali;jugement du 3 mai\nBa;Mo;25/08/2010;Omar;\n",
    );
    let near: Vec<_> = read.people.iter().map(|one| one.relatives[0].authority).collect();
    assert_eq!(near, [false, true]);
}

#[test]
fn who_may_be_no_parent_is_told() {
    let read = csv("Prénom;Nom;Parent 1;Lien;Tél\n\
         Lina;Kaci;Eva Roy;compagne du père;0639980012\n\
         Noé;Petit;Luc (parrain);;0639980013\n\
         Awa;Ba;Mariam Ba;mère;0639980014\n\
         Ali;Ba;Eva Roy;Compagne du père;0639980015\n");
    let told = read.warnings.iter().find_map(|one| match one {
        Warning::NoParents { told, more } => Some((told.clone(), *more)),
        _ => None,
    });
    assert_eq!(told, Some((vec!["compagne du père".to_owned(), "Luc (parrain)".to_owned()], 0)));
    let authority: Vec<_> = read
        .people
        .iter()
        .map(|person| person.relatives.iter().map(|one| one.authority).collect::<Vec<_>>())
        .collect();
    assert_eq!(
        authority,
        [[false], [false], [true], [false]],
        "they are read, and have not the authority of a parent"
    );
    let plain = csv("Prénom;Nom;Parent 1;Lien\nAwa;Ba;Mariam Ba;mère\n");
    assert_eq!(plain.warnings, []);
}
