# What film.ftl does not name: the ratios, and the shapes and colours of the stickers.

ratio-16-9 = 16:9, wide screen
ratio-4-3 = 4:3, nearly square
ratio-1-85-1 = 1.85, cinema
ratio-2-39-1 = 2.39, big cinema
ratio-1-1 = 1:1, square
ratio-9-16 = 9:16, upright phone

shape-circle = Circle
shape-square = Square
shape-triangle = Triangle
shape-star = Star
shape-diamond = Diamond
shape-hexagon = Hexagon
shape-plus = Plus
shape-drop = Drop
shape-dome = Half moon
shape-heart = Heart

face-colour-raspberry = Raspberry
face-colour-lagoon = Lagoon
face-colour-brick = Brick
face-colour-green = Green
face-colour-ochre = Ochre
face-colour-plum = Plum
face-colour-slate = Slate
face-colour-night = Night
