# Ce que film.ftl ne nomme pas : les formats d’image, les formes et les couleurs des gommettes.

ratio-16-9 = 16:9, écran large
ratio-4-3 = 4:3, presque carré
ratio-1-85-1 = 1,85, cinéma
ratio-2-39-1 = 2,39, grand cinéma
ratio-1-1 = 1:1, carré
ratio-9-16 = 9:16, téléphone debout

shape-circle = Rond
shape-square = Carré
shape-triangle = Triangle
shape-star = Étoile
shape-diamond = Losange
shape-hexagon = Hexagone
shape-plus = Plus
shape-drop = Goutte
shape-dome = Demi-lune
shape-heart = Cœur

face-colour-raspberry = Framboise
face-colour-lagoon = Lagon
face-colour-brick = Brique
face-colour-green = Vert
face-colour-ochre = Ocre
face-colour-plum = Prune
face-colour-slate = Ardoise
face-colour-night = Nuit
