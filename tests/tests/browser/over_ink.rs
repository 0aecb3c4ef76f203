//! What is on a drawing beside strokes: the picture behind them, arrows and texts.

use base64::{Engine, prelude::BASE64_STANDARD};
use ql_tests::cli::id;
use ql_tests::{Cli, Spot};
use serde_json::{Value, json};

use crate::Desk;

/// A photograph as telephones make it: lying on its side, and saying where it was taken. Left half red, right half blue.
const PHOTOGRAPH: &str = "
  const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 200 });
  const pencil = canvas.getContext('2d');
  pencil.fillStyle = '#f00';
  pencil.fillRect(0, 0, 150, 200);
  pencil.fillStyle = '#00f';
  pencil.fillRect(150, 0, 150, 200);
  return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]";

/// Where it was taken, in the words of its description.
const PLACE: &[u8] = b"chez Yanis, 3e gauche\0";

/// Size and colours (above, below) of the picture behind the ink, as the page shows it.
const BEHIND: &str = "
  const image = document.querySelector('.paper img');
  if (!image?.complete || image.naturalWidth === 0) return null;
  const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
  const pencil = canvas.getContext('2d', { willReadFrequently: true });
  pencil.drawImage(image, 0, 0);
  const dot = (down) => [...pencil.getImageData(canvas.width / 2, canvas.height * down, 1, 1).data.slice(0, 3)];
  return { size: [canvas.width, canvas.height], above: dot(0.2), below: dot(0.8) }";

/// Puts the marks of a telephone into a JPEG: turned by a quarter (orientation 6), with a description.
fn lying(jpeg: &[u8]) -> Vec<u8> {
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    let size = u32::try_from(PLACE.len()).unwrap();
    // Two entries of twelve bytes and the end of the list: the description's text begins at 8 + 2 + 24 + 4.
    exif.extend([0x0e, 0x01, 2, 0]);
    exif.extend(size.to_le_bytes());
    exif.extend(38_u32.to_le_bytes());
    exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]);
    exif.extend([0; 4]);
    exif.extend(PLACE);
    let mut whole = jpeg[..2].to_vec();
    whole.extend([0xff, 0xe1]);
    whole.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
    whole.extend(exif);
    whole.extend(&jpeg[2..]);
    whole
}

/// A page on the drawing of a new panel; the film, the drawing and the sheet.
pub(crate) fn on_a_sheet() -> (Desk, String, String, Spot) {
    let cli = Cli::new();
    let (film, scene) = cli.film("Le toit");
    let shot = id(&cli.call("add_shot", &json!({"scene": scene})));
    let panel = cli.call("add_panel", &json!({"shot": shot}));
    let desk = Desk::on(cli);
    desk.go(&format!("#/film/{film}/draw/{}", id(&panel)));
    let sheet = desk.page.find("application", "Feuille de 1A");
    (desk, film, panel["drawing"].as_str().unwrap().to_owned(), sheet)
}

fn picture(dump: &Value) -> &Value {
    &dump["drawings"][0]["picture"]
}

#[test]
fn a_picture_behind_the_ink_is_upright_and_tells_nothing() {
    let (desk, film, ..) = on_a_sheet();
    let page = &desk.page;
    let jpeg = page.script(PHOTOGRAPH, &[]);
    let photograph = desk.cli.home().join("photo.jpg");
    std::fs::write(&photograph, lying(&BASE64_STANDARD.decode(jpeg.as_str().unwrap()).unwrap())).unwrap();

    page.give_file(&photograph);
    desk.until_file("the picture is in the file", &film, |dump| picture(dump).is_string());
    let shown = page.wait("the picture is on the sheet", BEHIND, &[]);
    assert_eq!(shown["size"], json!([200, 300]), "it stands upright");
    let colour = |place: &str, part: usize| shown[place][part].as_u64().unwrap();
    assert!(colour("above", 0) > 200 && colour("above", 2) < 60, "its left side is above now: {shown}");
    assert!(colour("below", 2) > 200 && colour("below", 0) < 60, "{shown}");
    page.picture("journey-picture");
    for ending in ["", "-wal"] {
        let kept = std::fs::read(format!("{}{ending}", desk.cli.workspace().display())).unwrap_or_default();
        assert!(!kept.windows(10).any(|part| part == &PLACE[..10]), "where it was taken is nowhere kept");
    }

    page.click("button", "Image");
    page.click("menuitem", "Enlever l’image");
    desk.until_file("the picture is gone", &film, |dump| picture(dump).is_null());
    assert!(page.find("button", "Image").focused, "the keyboard is where the menu was");
    page.press("Control+z");
    desk.until_file("and back", &film, |dump| picture(dump).is_string());
    desk.assert_quiet();
}

#[test]
fn a_picture_is_dropped_and_what_is_none_is_refused() {
    let (desk, film, ..) = on_a_sheet();
    let page = &desk.page;
    let drop = "
      const [text, type] = arguments;
      const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 1500 });
      const give = (blob) => {
        const data = new DataTransfer();
        data.items.add(new File([blob], 'image.png', { type: 'image/png' }));
        document.querySelector('[role=application]').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
      };
      if (text) give(new Blob([text]));
      else canvas.toBlob(give, type);";
    for type_ in ["image/png", "image/webp"] {
        page.script(drop, &[Value::Null, json!(type_)]);
        desk.until_file("the dropped picture is in the file", &film, |dump| picture(dump).is_string());
        let shown = page.wait("the dropped picture is on the sheet", BEHIND, &[]);
        assert_eq!(shown["size"], json!([2_048, 1_024]), "a larger one is reduced");
        page.press("Control+z");
        desk.until_file("taken back", &film, |dump| picture(dump).is_null());
    }

    page.script(drop, &[json!("Bonjour, je suis une lettre."), json!("image/png")]);
    page.wait(
        "the page says why",
        "return document.body.innerText.includes('Ce n’est pas une image PNG, JPEG ou WebP.')",
        &[],
    );
    assert!(picture(&desk.cli.dump(&film)).is_null());
    page.picture("journey-picture-refused");
}

#[test]
fn arrows_and_texts_are_made_moved_written_and_removed() {
    let (desk, _, drawing, sheet) = on_a_sheet();
    let page = &desk.page;
    let marks = |what: &str, wanted: &dyn Fn(&[Value]) -> bool| {
        ql_tests::wait_for(what, std::time::Duration::from_secs(10), || {
            let there = desk.cli.call("get_drawing", &json!({"drawing": drawing}))["marks"].clone();
            wanted(there.as_array()?).then(|| there.as_array().cloned().unwrap_or_default())
        })
    };
    page.press("5");
    page.drag(&[sheet.at(0.3, 0.4), sheet.at(0.4, 0.4), sheet.at(0.5, 0.4), sheet.at(0.6, 0.4)]);
    let made = marks("the arrow is in the file", &|there| there.len() == 1);
    assert_eq!(made[0]["kind"], "arrow");
    page.find("button", "Flèche");
    page.picture("journey-arrow");

    // Its middle is taken and pulled away: the arrow follows.
    page.drag(&[sheet.at(0.35, 0.4), sheet.at(0.36, 0.45), sheet.at(0.35, 0.6)]);
    let moved = marks("the arrow has moved", &|there| there[0]["y0"] != made[0]["y0"]);
    assert_eq!(moved[0]["x1"].as_i64().unwrap() - moved[0]["x0"].as_i64().unwrap(), {
        made[0]["x1"].as_i64().unwrap() - made[0]["x0"].as_i64().unwrap()
    });
    page.press("Control+z");
    marks("one undo takes the whole move back", &|there| there[0]["y0"] == made[0]["y0"]);

    page.press("6");
    page.click_at(sheet.at(0.3, 0.7));
    page.find("textbox", "Écrire sur le dessin");
    page.type_text("Plan subjectif, 1 2 3 n ?");
    page.picture("journey-text");
    page.press("Escape");
    let both = marks("the text is in the file", &|there| there.len() == 2);
    assert!(both.iter().any(|mark| mark["text"] == "Plan subjectif, 1 2 3 n ?"), "keys typed are letters");

    page.click_at(sheet.at(0.31, 0.72));
    page.find("textbox", "Écrire sur le dessin");
    page.press("Control+a");
    page.type_text("Vu par Awa");
    page.press("Escape");
    marks("the text says something else", &|there| there.iter().any(|mark| mark["text"] == "Vu par Awa"));
    page.click("button", "Enlever");
    marks("the text is gone", &|there| there.len() == 1);
    page.press("Control+z");
    marks("and back", &|there| there.len() == 2);
    desk.assert_quiet();
}
