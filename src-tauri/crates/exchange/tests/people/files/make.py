# How the files beside this were made: openpyxl.xlsx by this script, the others from it by LibreOffice
# (soffice --headless --convert-to ods|xlsx|"xls:MS Excel 97"). Everyone in them is invented.
from openpyxl import Workbook
from openpyxl.styles import numbers
import datetime
wb=Workbook(); ws=wb.active; ws.title="Lisez-moi"
ws["A1"]="Inscriptions 2026-2027"
ws=wb.create_sheet("Jeunes")
ws["A1"]="Ateliers cinéma – liste des inscrits"; ws.merge_cells("A1:H1")
ws["A3"]="Enfant"; ws.merge_cells("A3:D3"); ws["E3"]="Responsable 1"; ws.merge_cells("E3:F3"); ws["G3"]="Adresse"; ws.merge_cells("G3:G4"); ws["H3"]="Groupe"; ws.merge_cells("H3:H4")
for c,t in zip("ABCDEF",["Nom","Prénom","Né(e) le","Tél.","Nom","Tél."]): ws[c+"4"]=t
rows=[("KACI","Lina",datetime.date(2011,5,3),639980011,"Samira Kaci","06 39 98 00 12","12 rue des Lilas\nBât. B","Mercredi"),
("KACI","Yanis",datetime.date(2013,9,12),None,"Samira Kaci","06 39 98 00 12",None,"Mercredi"),
("Petit","Noé",datetime.date(2010,12,25),"+33 6 39 98 00 13","Claire Petit",639980014,"3 place de l’Église","Samedi")]
for i,r in enumerate(rows):
    for j,v in enumerate(r):
        c=ws.cell(row=5+i,column=1+j,value=v)
        if j==2: c.number_format="DD/MM/YYYY"
ws.merge_cells("G5:G6")
ws["A9"]="Total"; ws["B9"]="=COUNTA(B5:B7)"
ws["A10"]="=A5"; ws["B10"]='=UPPER("awa")'; ws["C10"]="=DATE(2012,2,29)"; ws["C10"].number_format="DD/MM/YYYY"
ws["A11"]="=1/0"; ws["B11"]="Zoé"
wb.save("openpyxl.xlsx")
