//! Where the headings stand: below titles and addresses, in one line or two, merged or not; and whether there are any.

use ql_model::register::fold;

use super::{
    asks,
    cell::Cell,
    grid::{Grid, Merge},
    words,
};

/// Lines looked at from above.
pub(crate) const LOOKED_AT: usize = 40;

/// The headings of a table.
#[derive(Debug, PartialEq)]
pub(crate) struct Head {
    /// One for each column.
    pub headers: Vec<String>,
    /// How many lines of the grid come before the headings.
    pub above: usize,
    /// How many lines of the grid come before the first of data.
    pub lines: usize,
    /// Known words among them: how sure it is.
    pub known: usize,
}

/// Finds the headings.
pub(crate) fn find(grid: &Grid) -> Head {
    let width = grid.width();
    let scores: Vec<usize> = grid.lines.iter().take(LOOKED_AT).map(|line| score(&line.cells)).collect();
    let best = scores.iter().copied().max().unwrap_or(0);
    let sure = |at: usize| best >= 2 || (best == 1 && (width == 1 || !figures(&grid.lines[at].cells)));
    // In a line of data may stand more words that are known than in the headings above it ("mère", "élève").
    let early = scores.iter().enumerate().position(|(at, score)| {
        let cells = &grid.lines[at].cells;
        *score >= 2 && score * 3 >= best * 2 && !figures(cells) && is_full(cells, width)
    });
    let best_one = scores.iter().position(|score| *score == best && best > 0).filter(|at| sure(*at));
    let base = early.or(best_one);
    let Some(base) = base.or_else(|| unknown_words(grid)) else {
        return Head { headers: (0..width).map(letters).collect(), above: 0, lines: 0, known: 0 };
    };
    let mut rows = vec![base];
    if base > 0 && above(grid, base) {
        rows.insert(0, base - 1);
    }
    if base + 1 < grid.lines.len() && below(grid, base) {
        rows.push(base + 1);
    }
    let last = rows[rows.len() - 1];
    let spread: Vec<Vec<String>> = rows.iter().map(|row| spread(grid, *row, width, *row == last)).collect();
    let headers = (0..width)
        .map(|column| {
            let mut parts: Vec<&str> = Vec::new();
            for row in &spread {
                let part = row[column].as_str();
                if !part.is_empty() && !parts.contains(&part) {
                    parts.push(part);
                }
            }
            if parts.is_empty() { letters(column) } else { parts.join(" – ") }
        })
        .collect();
    Head { headers, above: rows[0], lines: last + 1, known: best }
}

/// How many cells of a line are headings that are known. A line with one text in it is a title.
fn score(cells: &[Cell]) -> usize {
    let texts: Vec<&Cell> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    let titles = texts.len() == 1 && cells.len() > 1;
    let known = |cell: &&&Cell| matches!(cell, Cell::Text(text) if words::known(text));
    if titles { 0 } else { texts.iter().filter(known).count() }
}

/// Whether a line within the list is headings, as between two pages or two groups: its first cell is, and most others.
/// One that stands under itself is one of them, known or not: "N°".
pub(crate) fn is_again(cells: &[Cell], headers: &[String]) -> bool {
    let texts: Vec<&Cell> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    // "Groupe du samedi", alone above those of the group.
    if texts.len() == 1 && matches!(texts[0], Cell::Text(text) if asks::begins_with_group(text)) {
        return true;
    }
    let own = |at: usize| headers.get(at).is_some_and(|header| fold(header) == fold(&cells[at].text()));
    let known = |at: &usize| matches!(&cells[*at], Cell::Text(text) if words::known(text));
    let filled: Vec<usize> = (0..cells.len()).filter(|at| !cells[*at].is_empty()).collect();
    // Headings under headings, wherever they stand now; "Mère" under "Urgence" says who is called, and a tick may be called as its column.
    let under = |at: &usize| {
        let (Some(header), text) = (headers.get(*at), cells[*at].text()) else { return false };
        let answers = asks::is_parent(&text) && !asks::is_parent(header) && !asks::is_of_a_guardian(header);
        let means = words::heading(&text).filter(|heading| matches!(heading, words::Heading::Of(..)));
        let stood = || {
            let same = |other: &String| {
                fold(other) == fold(&text) || means.is_some() && words::heading(other) == means
            };
            headers.iter().any(same)
        };
        known(at) && words::known(header) && stood() && (own(*at) || !answers)
    };
    let all = filled.iter().filter(|at| under(at)).count();
    let guardian = |at: &&usize| {
        under(at) && asks::is_of_a_guardian(&cells[**at].text()) && asks::is_of_a_guardian(&headers[**at])
    };
    // Nobody's mother is called "Père".
    let moved = |at: &usize| words::heading(&cells[*at].text()) != words::heading(&headers[*at]);
    let guardians = || filled.iter().filter(guardian);
    if guardians().count() >= 2 && guardians().any(moved) {
        return true;
    }
    // Behind a title: "Groupe 2", "Les grands".
    let titled = filled.first().is_some_and(|at| !under(at));
    let rest = || filled.iter().skip(usize::from(titled)).filter(|at| !under(at));
    let repeated = all + rest().filter(|at| own(**at)).count();
    let figures_beside = rest().any(|at| cells[*at].has_figures());
    if !figures_beside && all >= 2 && repeated * 2 > filled.len() - usize::from(titled) {
        return true;
    }
    if !filled.first().is_some_and(|at| known(at) || own(*at)) {
        return false;
    }
    let score = filled.iter().filter(|at| known(at)).count();
    let repeated = filled.iter().filter(|at| known(at) || own(**at)).count();
    filled.len() > 1 && score >= 2 && repeated * 2 > filled.len() && !figures(cells)
}

/// Whether headings within the list stand where the first ones do: each has words of the one above it, or means the same.
pub(crate) fn says_the_same(cells: &[Cell], headers: &[String]) -> bool {
    cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).all(|(column, cell)| {
        let header = fold(headers.get(column).map_or("", String::as_str));
        let text = cell.text();
        let means = words::heading(&text).filter(|_| column < headers.len());
        // "Groupe B" before them says nothing of a column.
        !words::known(&text)
            || fold(&text).split(' ').all(|word| header.split(' ').any(|other| other == word))
            || means.is_some() && means == words::heading(&headers[column])
    })
}

/// Whether something stands in more than half of the columns.
pub(crate) fn is_full(cells: &[Cell], width: usize) -> bool {
    cells.iter().filter(|cell| !cell.is_empty()).count() * 2 > width
}

fn figures(cells: &[Cell]) -> bool {
    cells.iter().any(Cell::has_figures)
}

/// Headings in words that are not known stand above figures, and have none.
fn unknown_words(grid: &Grid) -> Option<usize> {
    let at = grid.lines.iter().take(LOOKED_AT).position(|line| is_full(&line.cells, grid.width()))?;
    let next = grid.lines.get(at + 1)?;
    (!figures(&grid.lines[at].cells) && figures(&next.cells)).then_some(at)
}

/// Whether the line above belongs to the headings: it groups them, or some of them reach up into it.
fn above(grid: &Grid, base: usize) -> bool {
    let (upper, lower) = (&grid.lines[base - 1], &grid.lines[base]);
    if upper.at + 1 != lower.at || figures_only(&upper.cells) {
        return false;
    }
    if grid.merges.is_empty() {
        // Merged cells leave no trace in CSV: the first of them is full. What stands alone in the first column is a title.
        let texts = || upper.cells.iter().filter(|cell| !cell.is_empty());
        let alone = texts().count() == 1;
        // Somebody's line is full, of words that are no headings.
        let known = texts().all(|cell| matches!(cell, Cell::Text(text) if words::known(text)));
        let groups = known || !is_full(&upper.cells, grid.width());
        return groups
            && upper
                .cells
                .iter()
                .skip(usize::from(alone))
                .any(|cell| matches!(cell, Cell::Text(text) if asks::of_someone_else(text)));
    }
    let texts = upper.cells.iter().filter(|cell| !cell.is_empty()).count();
    texts > 1 && grid.merges.iter().any(|merge| joins(merge, upper.at) || groups(merge, upper.at))
}

/// Whether the line below belongs to the headings: some reach down into it, or it says what a group of them holds.
fn below(grid: &Grid, base: usize) -> bool {
    let (upper, lower) = (&grid.lines[base], &grid.lines[base + 1]);
    if upper.at + 1 != lower.at || figures(&lower.cells) {
        return false;
    }
    let texts: Vec<&str> = lower
        .cells
        .iter()
        .filter_map(|cell| if let Cell::Text(text) = cell { Some(text.as_str()) } else { None })
        .collect();
    let all_known = !texts.is_empty() && texts.iter().all(|text| words::known(text));
    if grid.merges.iter().any(|merge| joins(merge, upper.at) || groups(merge, upper.at)) {
        return grid.merges.iter().any(|merge| joins(merge, upper.at)) || all_known;
    }
    let empty_above = |column: usize| upper.cells.get(column).is_none_or(Cell::is_empty);
    let fills = lower.cells.iter().enumerate().any(|(column, cell)| !cell.is_empty() && empty_above(column));
    all_known && texts.len() > 1 && fills
}

fn figures_only(cells: &[Cell]) -> bool {
    cells.iter().all(|cell| cell.is_empty() || matches!(cell, Cell::Number(_) | Cell::Day(_)))
}

/// Merged downwards from this line.
fn joins(merge: &Merge, row: usize) -> bool {
    merge.top == row && merge.bottom > row
}

/// Merged sideways in this line.
fn groups(merge: &Merge, row: usize) -> bool {
    merge.top == row && merge.right > merge.left
}

/// The texts of a line, with what is merged written in each of its columns.
fn spread(grid: &Grid, row: usize, width: usize, last: bool) -> Vec<String> {
    let line = &grid.lines[row];
    let mut texts: Vec<String> = (0..width)
        .map(|column| line.cells.get(column).map_or_else(String::new, |cell| cell.text().into_owned()))
        .collect();
    for merge in grid.merges.iter().filter(|merge| (merge.top..=merge.bottom).contains(&line.at)) {
        let first = grid.lines.iter().take(LOOKED_AT + 2).find(|line| line.at == merge.top);
        let text = first.and_then(|line| line.cells.get(merge.left)).map(|cell| cell.text().into_owned());
        let Some(text) = text else { continue };
        let within = merge.right.saturating_sub(merge.left).saturating_add(1);
        for cell in texts.iter_mut().skip(merge.left).take(within).filter(|cell| cell.is_empty()) {
            cell.clone_from(&text);
        }
    }
    if !last && grid.merges.is_empty() {
        // Only a group that says whose it is goes on to the right, over columns that have a heading of their own.
        let below = grid.lines.get(row + 1);
        let has = |column: usize| {
            below.and_then(|line| line.cells.get(column)).is_some_and(|cell| !cell.is_empty())
        };
        for column in 1..width {
            if texts[column].is_empty() && has(column) {
                texts[column] = texts[column - 1].clone();
            }
        }
    }
    texts
}

/// The letters of a column, as a spreadsheet calls it.
pub(crate) fn letters(column: usize) -> String {
    let letter = |at: usize| char::from(b'A' + (at % 26) as u8);
    if column < 26 {
        letter(column).to_string()
    } else {
        format!("{}{}", letter(column / 26 - 1), letter(column))
    }
}
