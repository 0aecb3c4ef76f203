//! Who is somebody, and by which name.

use ql_exchange::people::Table;

use crate::{csv, imported, refused};

#[test]
fn a_hyphen_with_spaces_is_a_hyphen() {
    let names = |text: &str| -> Vec<String> {
        let read = csv(text);
        read.people.iter().map(|person| format!("{}|{}", person.given, person.family)).collect()
    };
    let parted = "Prénom;Nom\n\
        Jean - Pierre;BEN ALI - DUPONT\n\
        Marie - Lou;Ba\n\
        Anne– Zoé;Ba -Sy - Li\n\
        Mo;BEN ALI -- DUPONT\n\
        Lina;Ba - absente\n";
    assert_eq!(
        names(parted),
        [
            "Jean-Pierre|BEN ALI-DUPONT",
            "Marie-Lou|Ba",
            "Anne-Zoé|Ba-Sy-Li",
            "Mo|BEN ALI-DUPONT",
            "Lina|Ba - absente"
        ]
    );
    let whole = "Nom et prénom;Ville\nDupont - Martin Léa;Évry\nBEN ALI - DUPONT Léa;Évry\nMo BA - SY;Évry\n";
    assert_eq!(names(whole), ["Léa|Dupont-Martin", "Léa|BEN ALI-DUPONT", "Mo|BA-SY"]);
    for (heading, cell) in [
        ("Prénom", "Léa / Tom"),
        ("Prénom", "Léa - Tom"),
        ("Prénom", "Léa et Tom"),
        ("Prénom", "\"Léa, Tom; Samir\""),
        ("Prénom", "Léa - Tom - Samir"),
        ("Prénom", "Léa - absente"),
        ("Participant", "Lina Kaci - Noé Ba"),
        ("Participant", "LINA KACI - NOÉ BA"),
        ("Participant", "KACI - Lina"),
        ("Participant", "KACI Lina - CM2"),
        ("Participant", "Lina KACI - BA Noé"),
        ("Participant", "Léa, Tom, Samir"),
        ("Enfants", "Léa, Tom"),
        ("Participant", "Famille Ba"),
        ("Prénoms des enfants", "Léa, Tom"),
    ] {
        let read = csv(&format!("{heading};Ville\n{cell};Évry\nAwa;Évry\n"));
        assert_eq!(refused(&read), [(2, "several_people")], "{cell}");
    }
}

#[test]
fn what_stands_under_a_list_is_nobody() {
    for line in [
        "Signature",
        "Signature :",
        "Signatures",
        "Émargement",
        "Signature du responsable",
        "Date et signature",
        "Total",
        "TOTAL",
        "Total présents",
        "Total présents : 12",
        "Nombre d'inscrits",
        "Sous-total",
        "Fait à Bobigny",
        "Fait à Bobigny, le 3 mai 2026",
        "Liste d'attente",
        "ANNULÉ",
        "Place réservée",
    ] {
        for (headings, cells) in [("Nom;Prénom;Né(e) le", ";;"), ("Nom et prénom;Âge;Ville", ";14;")] {
            let read = csv(&format!("{headings}\nKaci Lina;;\n{line}{cells}\n"));
            assert_eq!((refused(&read), read.people.len()), (vec![(3, "heading")], 1), "{line}: {headings}");
        }
    }
    let read =
        csv("Nom;Prénom;Né(e) le\nTotal;Karim;\nTotal;;13/05/2012\nSignature;Awa;\nFait;Ali;\nPage;;\n");
    assert_eq!((refused(&read), read.people.len()), (vec![], 5), "there are people of such names");
}

#[test]
fn letters_of_another_alphabet_read_as_ours_refuse_their_line() {
    let list = |encoding: &'static encoding_rs::Encoding, names: &str| {
        let text =
            format!("Prénom;Nom;Ville\nLina;Kaci;Évry\n{names};Évry\n").replace('é', "e").replace('É', "E");
        let read = imported(&Table::read(&encoding.encode(&text).0, "l.csv", None).unwrap());
        (refused(&read), read.people.len())
    };
    for (encoding, names) in [
        (encoding_rs::WINDOWS_1251, "Иван;Петров"),
        (encoding_rs::WINDOWS_1253, "Γιώργος;Ba"),
        (encoding_rs::WINDOWS_1250, "Michał;Wójcik"),
        (encoding_rs::WINDOWS_1250, "Błażej;Żak"),
        (encoding_rs::WINDOWS_1250, "Ana;Ioniţă"),
        (encoding_rs::WINDOWS_1254, "Ayşe;Yıldız"),
    ] {
        assert_eq!(list(encoding, names), (vec![(3, "lost_letter")], 1), "{names}");
    }
    let read = csv("Prénom;Nom\nIvan;Иванов\nMichał;Żak\nZoé;Créée\nAnaïs;N´Diaye\nAyşe;Þór\n");
    assert_eq!((refused(&read), read.people.len()), (vec![], 5), "in their own letters they are read");
}

#[test]
fn one_column_for_all_is_their_names() {
    for heading in
        ["Élèves", "Inscrits", "Adhérents", "Stagiaires", "Licenciés", "Usagers", "Students", "Pupils"]
    {
        let read = csv(&format!("{heading};Né(e) le;Option\nKACI Lina;3/5/2012;Théâtre\n"));
        assert_eq!(read.refused, [], "{heading}");
        assert_eq!((&*read.people[0].given, &*read.people[0].family), ("Lina", "KACI"), "{heading}");
    }
}
