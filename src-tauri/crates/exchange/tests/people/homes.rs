//! Whose home an address of a list is.

use crate::csv;

#[test]
fn the_home_of_a_parent_is_not_the_child_s() {
    let home = |headings: &str, line: &str| -> String {
        let read = csv(&format!("Nom;Prénom;{headings}\nKACI;Lina;{line}\n"));
        assert_eq!(read.refused, [], "{headings}");
        format!("{}|{}", read.people[0].address, read.people[0].commune)
    };
    for (headings, line, expected) in [
        (
            "Adresse;CP;Ville;Père;Adresse père;CP;Ville",
            "1 rue A;93000;Bobigny;Samir;3 rue C;93700;Drancy",
            "1 rue A, 93000|Bobigny",
        ),
        (
            "Adresse;Code postal;Ville;Responsable;Rue;CP;Commune",
            "1 rue A;93000;Bobigny;Samir;3 rue C;93700;Drancy",
            "1 rue A, 93000|Bobigny",
        ),
        (
            "Adresse;Commune;Père;Tél père;Domicile;Ville",
            "1 rue A;Bobigny;Samir;0639980011;3 rue C;Drancy",
            "1 rue A|Bobigny",
        ),
        ("Mère;Adresse;Ville;Père;Adresse;Ville", "Nadia;2 rue B;Pantin;Samir;3 rue C;Drancy", "|"),
        (
            "Père;Adresse du père;Ville;Mère;Adresse de la mère;Ville",
            "Samir;3 rue C;Drancy;Nadia;2 rue B;Pantin",
            "|",
        ),
        ("Père;Adresse du père;Ville", "Samir;3 rue C;Drancy", "|"),
        (
            "Adresse;Ville;Personne à prévenir;Tél;Adresse;Ville",
            "3 rue A;Bobigny;Zoé;0639980055;9 rue Z;Pantin",
            "3 rue A|Bobigny",
        ),
        (
            "Adresse;Ville;Tante;Tél;Adresse;Ville",
            "3 rue A;Bobigny;Zoé;0639980055;9 rue Z;Pantin",
            "3 rue A|Bobigny",
        ),
        (
            "Mère;Adresse;Ville;Père;Adresse de l'enfant;Ville",
            "Nadia;2 rue B;Pantin;Samir;1 rue A;Bobigny",
            "1 rue A|Bobigny",
        ),
        ("Mère;Adresse;Père;Adresse père", "Nadia;2 rue B;Samir;", "2 rue B|"),
        // The one home of a list is that of the family, wherever it stands.
        (
            "Responsable;Tél responsable;Mail;Adresse;CP;Ville",
            "Nadia;0639980011;n@exemple.fr;2 rue B;93500;Pantin",
            "2 rue B, 93500|Pantin",
        ),
        (
            "Père;Tél père;Adresse;Quartier;Ville",
            "Samir;0639980011;1 rue A;Abreuvoir;Bobigny",
            "1 rue A|Bobigny",
        ),
        (
            "Responsable;Téléphone;Adresse;Bâtiment;Code postal;Ville",
            "Nadia;0639980011;1 rue A;B;93000;Bobigny",
            "1 rue A, 93000|Bobigny",
        ),
        (
            "Code postal;Responsable;Téléphone;Adresse;Ville",
            "93000;Nadia;0639980011;1 rue A;Bobigny",
            "93000, 1 rue A|Bobigny",
        ),
        (
            "Adresse;Tél parents;Code postal;Ville",
            "1 rue A;0639980011;93000;Bobigny",
            "1 rue A, 93000|Bobigny",
        ),
        ("Ville;Responsable légal;Téléphone;Adresse", "Bobigny;Nadia;0639980011;1 rue A", "1 rue A|Bobigny"),
        ("Adresse;Téléphone;Ville;Mère", "1 rue A;0639980011;Bobigny;Nadia", "1 rue A|Bobigny"),
    ] {
        assert_eq!(home(headings, line), expected, "{headings}");
    }
}
