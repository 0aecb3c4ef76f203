//! Whose home an address of a list is.

use ql_exchange::people::Warning;

use crate::csv;

#[test]
fn the_home_of_somebody_else_is_not_the_child_s() {
    for (headings, line, expected) in [
        // The first home, before everybody else.
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
            "Adresse complète;École;Adresse école;CP;Ville",
            "3 rue A;Jaurès;1 place J;93500;Pantin",
            "3 rue A|",
        ),
        (
            "Adresse;Éducateur référent;Tél éducateur;Structure;Ville",
            "3 rue A;Zoé;0639980055;ASE 93;Pantin",
            "3 rue A|",
        ),
        ("Adresse;Tél parents;Code postal;Ville", "1 rue A;0639980011;93000;Bobigny", "1 rue A|"),
        ("Adresse;Téléphone;Ville;Mère", "1 rue A;0639980011;Bobigny;Nadia", "1 rue A|Bobigny"),
        (
            "Adresse;Complément d'adresse;Étage;CP;Ville",
            "1 rue A;bât. B;2;93000;Bobigny",
            "1 rue A, bât. B, 93000|Bobigny",
        ),
        (
            "Adresse;Ville;Personne à prévenir;Tél;Adresse de la personne;Ville",
            "1 rue A;Bobigny;Zoé;0639980055;9 rue Z;Pantin",
            "1 rue A|Bobigny",
        ),
        (
            "Adresse;CP;Ville;Adresse de l'école de l'enfant;CP;Ville",
            "1 rue A;93000;Bobigny;1 rue J;93500;Pantin",
            "1 rue A, 93000|Bobigny",
        ),
        (
            "Adresse 1;CP 1;Ville 1;Adresse 2;CP 2;Ville 2",
            "1 rue A;93000;Bobigny;9 rue Z;93500;Pantin",
            "1 rue A, 93000|Bobigny",
        ),
        ("Domicile 1;Domicile 2", "1 rue A;9 rue Z", "1 rue A|"),
        (
            "Classe;Adresse 1;Adresse 2;Ville",
            "6e;1 rue A;bât. B, rue C;Bobigny",
            "1 rue A, bât. B, rue C|Bobigny",
        ),
        // Of two towns side by side one may be that of the birth, or of the school.
        ("Né(e) le;Ville;Adresse;CP;Ville", "03/05/2011;Alger;1 rue A;93000;Bobigny", "1 rue A, 93000|"),
        // Behind a heading that nobody knows it may be anybody's.
        ("Centre;Adresse;Ville", "Jaurès;1 place J, rue C;Pantin", "|"),
        ("Médecin;Tél;Adresse;Ville", "Zoé;0639980055;9 rue Z;Pantin", "|"),
        // The child's, where a heading says so.
        (
            "Mère;Adresse;Ville;Père;Adresse de l'enfant;Ville",
            "Nadia;2 rue B;Pantin;Samir;1 rue A;Bobigny",
            "1 rue A|Bobigny",
        ),
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
            "Nom payeur;Prénom payeur;Email payeur;Raison sociale;Tarif;Date de naissance;Numéro de téléphone;Adresse;Code postal;Ville;Nom et prénom du responsable légal",
            "Kaci;Nadia;n@k.fr;;Jeune;03/05/2011;0639980011;1 rue A;93000;Bobigny;Nadia Kaci",
            "1 rue A, 93000|Bobigny",
        ),
        (
            "Nom mère;Portable mère;Situation familiale;Adresse;CP;Commune",
            "Nadia;0639980011;mariés;1 rue A;93000;Bobigny",
            "1 rue A, 93000|Bobigny",
        ),
        // Of several behind somebody none is known to be the child's.
        ("Mère;Adresse;Ville;Père;Adresse;Ville", "Nadia;2 rue B;Pantin;Samir;3 rue C;Drancy", "|"),
        (
            "Père;Adresse du père;Ville;Mère;Adresse de la mère;Ville",
            "Samir;3 rue C;Drancy;Nadia;2 rue B;Pantin",
            "|",
        ),
        (
            "Responsable 1;Tél;Adresse;CP;Ville;Responsable 2;Tél;Adresse (si différente);CP;Ville",
            "Nadia;0639980011;1 rue A;93000;Bobigny;Samir;0639980012;;93500;Pantin",
            "|",
        ),
        ("Père;Adresse du père;Ville", "Samir;3 rue C;Drancy", "|"),
        ("Mère;Adresse;Père;Adresse père", "Nadia;2 rue B;Samir;3 rue C", "|"),
        ("Ville;Contact urgence;Tél urgence;Adresse", "Bobigny;Zoé;0639980055;9 rue Z", "|"),
        (
            "Né(e) le;Ville;Responsable légal;Tél;Adresse;Code postal;Ville",
            "03/05/2011;Alger;Nadia;0639980011;1 rue A;93000;Bobigny",
            "|",
        ),
    ] {
        let read = csv(&format!("Nom;Prénom;{headings}\nKACI;Lina;{line}\n"));
        assert_eq!(read.refused, [], "{headings}");
        assert_eq!(format!("{}|{}", read.people[0].address, read.people[0].commune), expected, "{headings}");
        // What is not taken is said.
        let taken = expected.split(['|', ',']).filter(|part| !part.trim().is_empty()).count();
        let homes = line.split(';').filter(|cell| {
            cell.contains("rue")
                || cell.starts_with("93")
                || ["Bobigny", "Pantin", "Drancy", "Alger"].contains(cell)
        });
        let told = read.warnings.iter().any(|one| matches!(one, Warning::Unread { .. }));
        assert!(told || homes.count() <= taken, "{headings}: {:?}", read.warnings);
    }
}
