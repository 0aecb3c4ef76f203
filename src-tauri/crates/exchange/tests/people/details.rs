//! Whose a birth, an age or a sex is, in a list that speaks of others too.

use ql_exchange::people::{Table, Warning};

use crate::{csv, guessed};

fn of(headings: &str, line: &str) -> Vec<&'static str> {
    guessed(&Table::read(format!("{headings}\n{line}\n").as_bytes(), "liste.csv", None).unwrap())
}

#[test]
fn a_birth_is_that_of_the_child_and_not_of_who_fills_in_the_form() {
    for (headings, line, birth) in [
        (
            "Nom;Prénom;Date de naissance;Adresse;Nom de l'enfant;Prénom de l'enfant;Date de naissance",
            "DIALLO;Mariam;05/06/1980;18 rue X;DIALLO;Issa;04/09/2011",
            6,
        ),
        (
            "Votre nom;Votre prénom;Date de naissance;Nom de votre enfant;Prénom de votre enfant;Date de naissance de votre enfant",
            "DIALLO;Mariam;05/06/1980;DIALLO;Issa;04/09/2011",
            5,
        ),
        (
            "Allocataire;Date de naissance;N° CAF;Enfant;Date de naissance",
            "DIALLO Mariam;05/06/1980;1;DIALLO Issa;04/09/2011",
            4,
        ),
        (
            "Responsable;Sexe;Né(e) le;Enfant;Sexe;Né(e) le",
            "Mariam DIALLO;F;05/06/1980;Issa DIALLO;M;04/09/2011",
            5,
        ),
        (
            "Nom responsable;Prénom responsable;Adresse;Date de naissance;Nom enfant;Prénom enfant;Né(e) le",
            "DIALLO;Mariam;18 rue X;05/06/1980;DIALLO;Issa;04/09/2011",
            6,
        ),
    ] {
        let fields = of(headings, line);
        let births: Vec<usize> = (0..fields.len()).filter(|at| fields[*at] == "birth").collect();
        assert_eq!(births, [birth], "{headings}");
    }
    let assured = of(
        "Nom assuré;Né(e) le;Bénéficiaire : nom;Bénéficiaire : prénom;Né(e) le",
        "DIALLO;05/06/1980;DIALLO;Issa;04/09/2011",
    );
    assert_eq!((assured[1], assured[4]), ("", "birth"), "{assured:?}");
    // Theirs alone is nobody's.
    let mother = of(
        "Nom enfant;Prénom enfant;Nom mère;Prénom mère;Née le;Tél mère",
        "DIALLO;Issa;SOW;Mariam;05/06/1980;0639980031",
    );
    assert!(!mother.contains(&"birth"), "{mother:?}");
    for headings in ["Nom;Prénom;Frère / sœur;Né le", "Nom;Prénom;Meilleur ami;Né le"] {
        let read = csv(&format!("{headings}\nDIALLO;Aminata;Issa;04/09/2013\n"));
        assert_eq!(read.people[0].birth, None, "{headings}");
        assert!(read.warnings.iter().any(|one| matches!(one, Warning::Unread { .. })), "and it is said");
    }
}

#[test]
fn a_sex_and_an_occupation_are_not_those_of_a_parent() {
    for (headings, line) in [
        ("Civilité;Nom;Prénom;Nom de l'enfant;Prénom de l'enfant", "Mme;DIALLO;Mariam;DIALLO;Issa"),
        ("Nom de l'enfant;Prénom de l'enfant;Civilité;Nom;Prénom", "DIALLO;Issa;Mme;DIALLO;Mariam"),
        (
            "Sexe;Nom;Prénom;Profession;QPV;Nom de l'enfant;Prénom de l'enfant",
            "F;DIALLO;Mariam;salariée;oui;DIALLO;Issa",
        ),
    ] {
        let fields = of(headings, line);
        for field in ["sex", "occupation", "qpv"] {
            assert!(!fields.contains(&field), "{headings}: {fields:?}");
        }
    }
}

#[test]
fn what_stands_behind_others_is_of_the_child_where_nobody_else_has_it() {
    for (headings, line) in [
        (
            "Nom de l'enfant;Prénom de l'enfant;École;Classe;Date de naissance;Sexe",
            "DIALLO;Issa;Jaurès;6e;04/09/2011;M",
        ),
        (
            "Nom enfant;Prénom enfant;Responsable;Tél;Date de naissance;Sexe",
            "DIALLO;Issa;Mariam SOW;0639980031;04/09/2011;M",
        ),
        (
            "Nom de l'enfant;Prénom de l'enfant;Nom du responsable;Prénom du responsable;Date de naissance;Sexe;Téléphone",
            "DIALLO;Issa;DIALLO;Mariam;04/09/2011;M;0639980031",
        ),
        ("Nom;Prénom;Venu avec un ami ?;Né(e) le;Sexe", "DIALLO;Issa;oui;04/09/2011;M"),
        ("Nom;Prénom;Sexe;Né(e) le;Collège;Mère;Père", "DIALLO;Issa;M;04/09/2011;Jaurès;Mariam;Ousmane"),
        ("Sexe;Né(e) le;Nom;Prénom;Responsable", "M;04/09/2011;DIALLO;Issa;Mariam"),
    ] {
        let fields = of(headings, line);
        assert!(fields.contains(&"birth") && fields.contains(&"sex"), "{headings}: {fields:?}");
    }
}

#[test]
fn a_given_name_beside_the_childs_family_name_is_the_childs() {
    let read = csv("Nom de l'enfant;Prénom;Date de naissance;Sexe\nDIALLO;Issa;04/09/2011;M\n");
    let issa = &read.people[0];
    assert_eq!((&*issa.given, &*issa.family, issa.birth.is_some()), ("Issa", "DIALLO", true));
    let read = csv("Nom élève;Prénom élève;Prénom 2;Prénom 3;Date naissance\nDIALLO;Issa;Jean;;04/09/2011\n");
    let issa = &read.people[0];
    assert_eq!((&*issa.given, &*issa.family, issa.birth.is_some()), ("Issa", "DIALLO", true));
}

#[test]
fn a_telephone_and_a_home_behind_the_birth_of_a_parent_are_not_the_childs() {
    for (headings, line) in [
        (
            "Votre nom;Votre prénom;Date de naissance;Votre téléphone;Nom de votre enfant;Prénom de votre enfant;Date de naissance de votre enfant",
            "DIALLO;Mariam;05/06/1980;0639980031;DIALLO;Issa;04/09/2011",
        ),
        (
            "Nom de l'enfant;Prénom de l'enfant;Date de naissance de l'enfant;Nom;Prénom;Date de naissance;Téléphone;Adresse;Ville",
            "DIALLO;Issa;04/09/2011;DIALLO;Mariam;05/06/1980;0639980031;18 rue X;Pantin",
        ),
    ] {
        let fields = of(headings, line);
        for field in ["phone", "address", "commune"] {
            assert!(!fields.contains(&field), "{headings}: {fields:?}");
        }
        assert!(fields.contains(&"birth"));
    }
}

#[test]
fn of_two_names_each_goes_with_whom_it_stands_beside() {
    for (headings, line, given, family) in [
        ("Nom;Prénom de l'enfant;Né(e) le", "DIALLO;Issa;04/09/2011", "Issa", "DIALLO"),
        ("Prénom de l'enfant;Nom;Âge", "Issa;DIALLO;14", "Issa", "DIALLO"),
        (
            "Nom de l'enfant;Prénom de l'enfant;Nom d'usage;Né(e) le",
            "DIALLO;Issa;SOW;04/09/2011",
            "Issa",
            "DIALLO",
        ),
        ("Votre prénom;Nom de l'enfant;Né(e) le", "Mariam;DIALLO Issa;04/09/2011", "Issa", "DIALLO"),
        ("Prénom;Nom de l'enfant;Né(e) le", "Mariam;DIALLO Issa;04/09/2011", "Issa", "DIALLO"),
        ("Nom enfant;Nom mère;Prénom;Tél mère", "DIALLO Issa;SOW;Mariam;0639980031", "Issa", "DIALLO"),
        (
            "Nom du responsable;Prénom;Nom de l'enfant;Prénom;Né(e) le",
            "SOW;Mariam;DIALLO;Issa;04/09/2011",
            "Issa",
            "DIALLO",
        ),
        ("Enfant;Prénom;Né(e) le", "DIALLO;Issa;04/09/2011", "Issa", "DIALLO"),
        ("Nom et prénom;Classe;Prénom;Né(e) le", "DIALLO Issa;3e;Issa;04/09/2011", "Issa", "DIALLO"),
        ("Nom;Enfant;Né(e) le", "DIALLO;Issa;04/09/2011", "Issa", "DIALLO"),
        ("Nom;Enfant;Prénom;Né(e) le", "SOW;DIALLO Issa;Mariam;04/09/2011", "Issa", "DIALLO"),
        ("Nom;Prénom;Enfant;Né(e) le", "SOW;Mariam;DIALLO Issa;04/09/2011", "Issa", "DIALLO"),
        ("Nom;Prénom;Enfant;Né(e) le", "SOW;Mariam;Issa;04/09/2011", "Issa", ""),
        ("Nom complet;Prénom;Né(e) le", "DIALLO Issa Mamadou;Issa;04/09/2011", "Issa Mamadou", "DIALLO"),
        ("Nom complet;Prénom;Né(e) le", "MARTIN Jean-Pierre;Jean Pierre;04/09/2011", "Jean-Pierre", "MARTIN"),
        ("Nom complet;Né(e) le;Responsable;Prénom", "DIALLO Issa;04/09/2011;SOW;Mariam", "Issa", "DIALLO"),
        (
            "Nom complet;Né(e) le;Responsable;Nom;Tél",
            "DIALLO Issa;04/09/2011;Mariam;SOW;0639980031",
            "Issa",
            "DIALLO",
        ),
        ("Nom complet;Prénom;Né(e) le", "DIALLO Issa;Issa;04/09/2011", "Issa", "DIALLO"),
        ("Nom;Prénom;Né(e) le;Adhérent", "DIALLO;Issa;04/09/2011;à jour", "Issa", "DIALLO"),
    ] {
        let read = csv(&format!("{headings}\n{line}\n"));
        let issa = &read.people[0];
        assert_eq!((&*issa.given, &*issa.family), (given, family), "{headings}");
        assert_eq!(issa.birth.is_some(), headings.contains("Né(e) le"), "{headings}");
    }
}

#[test]
fn what_a_parent_works_is_not_the_childs_occupation() {
    for headings in [
        "Nom;Prénom;Né(e) le;Responsable légal;Tél;Profession",
        "Nom;Prénom;Né(e) le;Mère;Adresse;Situation professionnelle",
    ] {
        let fields = of(headings, "DIALLO;Issa;04/09/2011;Mariam SOW;0639980031;salariée");
        assert!(!fields.contains(&"occupation"), "{headings}: {fields:?}");
    }
    let fields =
        of("Nom;Prénom;Né(e) le;Situation;Responsable légal", "DIALLO;Issa;04/09/2011;collégien;Mariam SOW");
    assert!(fields.contains(&"occupation"), "{fields:?}");
}

#[test]
fn an_age_of_a_minor_is_not_a_parents_and_a_tick_is_no_sister() {
    for (headings, line) in [
        ("Enfant;Parents;Âge", "Issa DIALLO;Mariam SOW;14"),
        ("Nom;Prénom;Responsable;Âge", "DIALLO;Issa;Mariam SOW;14"),
        ("Nom;Prénom;Frère ou sœur inscrit(e);Âge", "DIALLO;Issa;oui;14"),
        ("Enfant;Responsable légal;Sexe;Âge", "Issa DIALLO;Mariam SOW;M;14"),
    ] {
        let fields = of(headings, line);
        assert!(fields.contains(&"told_age"), "{headings}: {fields:?}");
        assert_eq!(headings.contains("Sexe"), fields.contains(&"sex"), "{headings}");
    }
}

#[test]
fn a_given_name_behind_that_of_a_parent_is_theirs() {
    for headings in ["Nom;Prénom;Nom de la mère;Prénom;Tél", "Nom enfant;Prénom enfant;Nom mère;Prénom;Tél"]
    {
        let read = csv(&format!("{headings}\nDIALLO;Issa;SOW;Mariam;0639980031\n"));
        let issa = &read.people[0];
        assert_eq!((&*issa.given, &*issa.family), ("Issa", "DIALLO"));
        let mother = &issa.relatives[0];
        assert_eq!(
            (&*mother.name, &*mother.relation, &*mother.phone),
            ("SOW Mariam", "mère", "06 39 98 00 31")
        );
    }
}
