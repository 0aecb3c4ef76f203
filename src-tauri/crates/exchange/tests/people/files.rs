//! Files of real programs, and of real writers.

use ql_exchange::people::{Cell, Table};
use rust_xlsxwriter::{Format, Formula, Workbook};

use crate::{guessed, imported, refused};

const FILES: [(&str, &[u8]); 3] = [
    ("libreoffice.xlsx", include_bytes!("files/libreoffice.xlsx")),
    ("libreoffice.ods", include_bytes!("files/libreoffice.ods")),
    ("libreoffice.xls", include_bytes!("files/libreoffice.xls")),
];

#[test]
fn one_list_is_the_same_in_every_format() {
    for (name, bytes) in FILES {
        let table = Table::read(bytes, name, None).unwrap();
        assert_eq!(table.sheets, ["Lisez-moi", "Jeunes"], "{name}");
        assert_eq!(table.sheet, 1, "{name}: the sheet with headings of people is chosen");
        assert_eq!(
            table.headers,
            [
                "Enfant – Nom",
                "Enfant – Prénom",
                "Enfant – Né(e) le",
                "Enfant – Tél.",
                "Responsable 1 – Nom",
                "Responsable 1 – Tél.",
                "Adresse",
                "Groupe"
            ],
            "{name}: headings over two merged rows are joined"
        );
        assert_eq!(
            guessed(&table),
            ["family", "given", "birth", "phone", "guardian1_name", "guardian1_phone", "address", "group"],
            "{name}"
        );
        let imported = imported(&table);
        assert_eq!(refused(&imported), [(9, "heading"), (11, "formula_error")], "{name}");
        let people: Vec<_> = imported
            .people
            .iter()
            .map(|person| {
                let birth = person.birth.map(|day| day.to_string()).unwrap_or_default();
                (person.row, person.given.as_str(), person.family.as_str(), birth, person.phone.as_str())
            })
            .collect();
        assert_eq!(
            people,
            [
                (5, "Lina", "KACI", "2011-05-03".to_owned(), "06 39 98 00 11"),
                (6, "Yanis", "KACI", "2013-09-12".to_owned(), ""),
                (7, "Noé", "Petit", "2010-12-25".to_owned(), "06 39 98 00 13"),
                (10, "AWA", "KACI", "2012-02-29".to_owned(), ""),
            ],
            "{name}: formulas give the value they show"
        );
        let [lina, yanis, noe, _] = imported.people.as_slice() else { panic!("{name}") };
        assert_eq!(lina.address, "12 rue des Lilas, Bât. B", "{name}: a line end is a comma");
        assert_eq!(yanis.address, lina.address, "{name}: a merged address is of both");
        assert_eq!(noe.groups, ["Samedi"], "{name}");
        assert_eq!(noe.relatives.len(), 1, "{name}");
        assert_eq!(
            (noe.relatives[0].name.as_str(), noe.relatives[0].phone.as_str(), noe.relatives[0].authority),
            ("Claire Petit", "06 39 98 00 14", true),
            "{name}"
        );
    }
}

#[test]
fn a_formula_nobody_calculated_is_no_empty_cell() {
    let table = Table::read(include_bytes!("files/openpyxl.xlsx"), "openpyxl.xlsx", Some("Jeunes")).unwrap();
    let imported = imported(&table);
    assert_eq!(refused(&imported), [(9, "formula_error"), (10, "formula_error"), (11, "formula_error")]);
    assert_eq!(imported.people.len(), 3);
}

#[test]
fn dates_count_from_1900_or_from_1904() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    for (column, heading) in ["Prénom", "Date de naissance"].iter().enumerate() {
        sheet.write(0, column as u16, *heading).unwrap();
    }
    sheet.write(1, 0, "Lina").unwrap();
    sheet.write_number_with_format(1, 1, 40_666.0, &date).unwrap();
    sheet.write(2, 0, "Noé").unwrap();
    // Not shown as a date: the column says it is one.
    sheet.write_number(2, 1, 40_666.0).unwrap();
    sheet.write(3, 0, "Awa").unwrap();
    sheet.write_number(3, 1, 2011.0).unwrap();
    sheet.write(4, 0, "Zoé").unwrap();
    sheet.write_formula_with_format(4, 1, Formula::new("=B2").set_result("40666"), &date).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let read = imported(&Table::read(&bytes, "liste.xlsx", None).unwrap());
    let births: Vec<_> = read.people.iter().map(|person| person.birth.unwrap().to_string()).collect();
    assert_eq!(births, ["2011-05-03"; 3]);
    assert_eq!(refused(&read), [(4, "bad_date")], "a year is no day");

    let bytes =
        crate::hostile::replaced(&bytes, "xl/workbook.xml", "<workbookPr ", "<workbookPr date1904=\"1\" ");
    let table = Table::read(&bytes, "liste.xlsx", None).unwrap();
    assert!(table.from_1904);
    let births: Vec<_> =
        imported(&table).people.iter().map(|person| person.birth.unwrap().to_string()).collect();
    assert_eq!(births, ["2015-05-04"; 3], "four years and a day later");
}

#[test]
fn titles_within_the_list_are_nobody() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 2, "Inscrits au 12 octobre", &plain).unwrap();
    for (row, line) in [
        ["Nom", "Prénom", "Âge"],
        ["", "", ""],
        ["Kaci", "Lina", "14 ans"],
        ["", "", ""],
        ["Nom", "Prénom", "Âge"],
        ["Petit", "Noé", "12"],
    ]
    .iter()
    .enumerate()
    {
        for (column, text) in line.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.write(row as u32 + 1, column as u16, *text).unwrap();
        }
    }
    sheet.merge_range(2, 0, 2, 2, "Groupe du mercredi", &plain).unwrap();
    let table = Table::read(&book.save_to_buffer().unwrap(), "liste.xlsx", None).unwrap();
    assert_eq!(table.headers, ["Nom", "Prénom", "Âge"], "a title is no heading");
    let read = imported(&table);
    assert_eq!(refused(&read), [(3, "heading"), (6, "heading")]);
    let ages: Vec<_> = read.people.iter().map(|person| (person.row, person.told_age)).collect();
    assert_eq!(ages, [(4, Some(14)), (7, Some(12))], "lines keep the numbers a spreadsheet shows");
}

#[test]
fn a_hundred_thousand_lines_are_read_and_one_more_is_not() {
    let write = |lines: u32| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (column, heading) in
            ["Nom", "Prénom", "Né(e) le", "Tél.", "Adresse", "Ville", "Responsable", "Tél. responsable"]
                .iter()
                .enumerate()
        {
            sheet.write(0, column as u16, *heading).unwrap();
        }
        for line in 1..=lines {
            sheet.write(line, 0, format!("Kaci{line}")).unwrap();
            sheet.write(line, 1, "Lina").unwrap();
            sheet.write(line, 2, "03/05/2011").unwrap();
            sheet.write_number(line, 3, 639_980_000.0 + f64::from(line % 100)).unwrap();
            sheet.write(line, 4, "12 rue des Lilas").unwrap();
            sheet.write(line, 5, "Ville-Neuve").unwrap();
            sheet.write(line, 6, "Samira Kaci").unwrap();
            sheet.write(line, 7, "06 39 98 00 12").unwrap();
        }
        book.save_to_buffer().unwrap()
    };
    let bytes = write(100_000);
    let began = std::time::Instant::now();
    let table = Table::read(&bytes, "liste.xlsx", None).unwrap();
    let opened = began.elapsed();
    let read = imported(&table);
    println!("{} bytes: read in {opened:?}, with people {:?}", bytes.len(), began.elapsed());
    assert_eq!((read.people.len(), read.refused.len()), (100_000, 0));
    let error = Table::read(&write(100_200), "liste.xlsx", None).unwrap_err();
    assert_eq!((error.code(), error.limit()), ("table_too_many_rows", Some(100_000)));
}

#[test]
fn a_list_in_the_letters_of_windows() {
    let text = "Prénom;Nom;Né(e) le;Adresse\r\nZoé;L’Hôte;3 août 2011;« Les Œillets », 3\r\n";
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!lost);
    let table = Table::read(&bytes, "C:\\listes\\inscrits.csv", None).unwrap();
    assert_eq!(table.sheets, ["inscrits"]);
    let read = imported(&table);
    assert_eq!(read.people[0].family, "L’Hôte");
    assert_eq!(read.people[0].address, "« Les Œillets », 3");
    assert_eq!(read.people[0].birth.unwrap().to_string(), "2011-08-03");
}

#[test]
fn separators_are_found_and_lines_counted_as_a_spreadsheet_counts() {
    for (name, text) in [
        (
            "semicolons, with commas inside",
            "Nom;Adresse\nKaci, Lina;\"12, rue des Lilas\"\nPetit, Noé;\"3, place\"\n",
        ),
        ("commas", "Nom,Adresse\n\"Kaci, Lina\",\"12, rue des Lilas\"\n\"Petit, Noé\",\"3, place\"\n"),
        ("tabs", "Nom\tAdresse\nKaci, Lina\t12, rue des Lilas\nPetit, Noé\t3, place\n"),
        ("bars", "Nom|Adresse\nKaci, Lina|12, rue des Lilas\nPetit, Noé|3, place\n"),
        ("told", "sep=|\r\nNom|Adresse\r\nKaci, Lina|12, rue des Lilas\r\nPetit, Noé|3, place\r\n"),
    ] {
        let table = Table::read(text.as_bytes(), "liste.csv", None).unwrap();
        assert_eq!(
            table.sample(5),
            [["Kaci, Lina", "12, rue des Lilas"], ["Petit, Noé", "3, place"]],
            "{name}"
        );
        assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 3], "{name}");
    }
    let text = "Nom;Adresse\r\n\r\nKaci;\"12 rue\r\ndes Lilas\"\r\n;\r\n\r\n\r\nPetit;3 place\r\n";
    let table = Table::read(text.as_bytes(), "liste.csv", None).unwrap();
    assert_eq!(
        table.rows.iter().map(|row| row.number).collect::<Vec<_>>(),
        [3, 7],
        "empty lines count, line ends in a cell do not"
    );
    assert_eq!(*table.rows[0].cell(1), Cell::Text("12 rue\ndes Lilas".to_owned()));
}

#[test]
fn our_own_csv_is_read_back() {
    let table = Table::read("Nom,Tél.\r\nKaci,'+33 6 39 98 00 11\r\n".as_bytes(), "liste.csv", None).unwrap();
    assert_eq!(
        imported(&table).people[0].phone,
        "06 39 98 00 11",
        "the apostrophe that defuses is taken away"
    );
}

#[test]
fn days_that_another_countrys_spreadsheet_may_have_turned_are_told() {
    let list = |second: rust_xlsxwriter::ExcelDateTime| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let day = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "Prénom").unwrap().write(0, 1, "Né(e) le").unwrap();
        sheet.write(1, 0, "Lina").unwrap().write(1, 1, "13/04/2012").unwrap();
        sheet.write(2, 0, "Noé").unwrap().write_with_format(2, 1, &second, &day).unwrap();
        imported(&Table::read(&book.save_to_buffer().unwrap(), "l.xlsx", None).unwrap())
    };
    let day = |month, day| rust_xlsxwriter::ExcelDateTime::from_ymd(2012, month, day).unwrap();
    let told = list(day(4, 3)).warnings;
    assert_eq!(told, [ql_exchange::people::Warning::SwappedDates { column: "Né(e) le".to_owned() }]);
    assert_eq!(list(day(4, 23)).warnings, [], "a day that is no month was turned by nobody");
}
