//! Headings as forms number them, and as offices shorten them.

use ql_exchange::people::Table;

use crate::guessed;

#[test]
fn questions_that_a_form_numbers_are_read() {
    let table = Table::read(
        "Nom;Prénom;Champ complémentaire 1 Date de naissance;Champ complémentaire 2 : Téléphone du responsable légal;\
         Champ additionnel: Adr.;Champ complémentaire 10\n\
         Kaci;Lina;3/5/2012;0639980012;3 rue du Port;x\n"
            .as_bytes(),
        "liste.csv",
        None,
    )
    .unwrap();
    assert_eq!(guessed(&table), ["family", "given", "birth", "guardian1_phone", "address", ""]);
    let table = Table::read(b"Name,D.O.B.\nLina Kaci,3/5/2012\n", "list.csv", None).unwrap();
    assert_eq!(guessed(&table), ["full_name", "birth"]);
}

#[test]
fn an_address_behind_a_nationality_and_a_code_in_letters_are_read() {
    let list = "Nom;Prénom;Nationalité;Adresse;C.P.;Ville\nDIALLO;Issa;x;18 rue X;93200;Saint-Denis\n";
    let fields = guessed(&Table::read(list.as_bytes(), "liste.csv", None).unwrap());
    assert_eq!(fields, ["family", "given", "", "address", "address", "commune"]);
}
