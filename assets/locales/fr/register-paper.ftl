# Les papiers du registre : la copie des données d’une personne, l’attestation, le registre des traitements, les noms de fichiers.
paper-date = { $day } { $month } { $year }
paper-first-day = 1er
paper-weekday-1 = Lundi
paper-weekday-2 = Mardi
paper-weekday-3 = Mercredi
paper-weekday-4 = Jeudi
paper-weekday-5 = Vendredi
paper-weekday-6 = Samedi
paper-weekday-7 = Dimanche
paper-weekday-date = { $weekday } { $day } { $month }
paper-yes = Oui
paper-no = Non
paper-attendance-sessions = Séances
paper-attendance-open = Pas encore closes
paper-attendance-count = { $count ->
    [one] { $count } séance
   *[other] { $count } séances
}
paper-state-expected = rien de noté
paper-state-present = présence
paper-state-absent = absence
paper-state-excused = absence excusée
paper-state-not_expected = pas prévu
paper-data-title = Vos données
paper-data-intro = Voici tout ce que le registre « { $owner } » garde sur vous. Vous pouvez le faire corriger, ou demander qu’on l’efface.
paper-data-kept = Vos coordonnées sont gardées jusqu’au { $date }.
paper-data-sheets-kept = { $count ->
    [one] Les feuilles d’émargement closes sont gardées { $count } an, comme preuve.
   *[other] Les feuilles d’émargement closes sont gardées { $count } ans, comme preuve.
}
paper-data-merged = Une fiche réunie à la vôtre
paper-data-signed = signé le { $when }
paper-data-deleted = séance supprimée depuis
paper-data-signatures = Le tracé de vos signatures est dans le fichier JSON, à côté de ce papier.
paper-data-pictures = Des feuilles en papier ont été photographiées : on y voit aussi d’autres personnes. Demandez à voir votre ligne.
paper-data-damaged = { $count ->
    [one] { $count } fiche ou feuille est abîmée et ne s’ouvre pas : elle parle peut-être de vous.
   *[other] { $count } fiches ou feuilles sont abîmées et ne s’ouvrent pas : elles parlent peut-être de vous.
}
paper-data-nothing = rien
paper-data-part = Peut
paper-data-day = Jour
paper-data-session = Séance
paper-data-half = Demi-journée
paper-data-state = Noté
paper-attestation-title = Attestation de présence
paper-attestation-intro-one = { $name } a pris part à une demi-journée, soit { $time }, à la date ci-dessous : l’équipe de « { $owner } » l’atteste.
paper-attestation-intro = { $name } a pris part à { $count } demi-journées, soit { $time }, aux dates ci-dessous : l’équipe de « { $owner } » l’atteste.
paper-processing-title = Registre des traitements
paper-processing-intro = Ce que l’association garde sur des personnes, pourquoi, et combien de temps (RGPD, article 30). Les lignes vides se remplissent à la main.
paper-processing-controller = Responsable du traitement
paper-processing-controller-name = Association
paper-processing-controller-address = Adresse
paper-processing-controller-contact = Contact pour exercer ses droits
paper-processing-people = Fiches des personnes
paper-processing-attendance = Feuilles d’émargement
paper-processing-health = Infos de santé
paper-processing-faces = Prénoms choisis et gommettes
paper-processing-purpose = But
paper-processing-basis = Base légale
paper-processing-whom = Personnes concernées
paper-processing-data = Données
paper-processing-recipients = Qui les reçoit
paper-processing-transfers = Hors de l’Union européenne
paper-processing-kept = Durée
paper-processing-security = Sécurité
paper-processing-people-purpose = Inscrire, joindre la famille, savoir avec qui un mineur repart, compter les publics pour les financeurs.
paper-processing-people-basis = Intérêt légitime de l’association ; contrat d’inscription.
paper-processing-people-whom = Participants, leurs responsables et proches, formateurs, éducateurs, bénévoles, partenaires.
paper-processing-people-data = Nom, prénom, date de naissance ou âge, téléphone, adresse, commune, assurance, sexe, quartier prioritaire, situation, groupes, si un mineur rentre seul ; responsables et proches : nom, lien, téléphone, qui a l’autorité parentale, qui appeler en urgence, qui vient chercher. Jamais la religion, l’origine, la nationalité ni le numéro de sécurité sociale.
paper-processing-people-kept = { $count ->
    [0] Fin de la saison ; puis le registre propose de l’effacer.
    [one] Fin de la saison, plus { $count } an ; puis le registre propose de l’effacer.
   *[other] Fin de la saison, plus { $count } ans ; puis le registre propose de l’effacer.
}
paper-processing-attendance-purpose = Prouver qui était là, aux financeurs et à la justice.
paper-processing-attendance-basis = Obligation légale et conventions de financement.
paper-processing-attendance-whom = Toutes les personnes inscrites sur une feuille : participants, formateurs, éducateurs, bénévoles.
paper-processing-attendance-data = Nom, présence par demi-journée, heure, signature, photo de la feuille.
paper-processing-attendance-recipients = Les financeurs et la justice, s’ils le demandent.
paper-processing-attendance-kept = { $count ->
    [one] { $count } an après la séance ; puis le registre propose de la détruire, et seuls le nombre de présents et leurs heures en tout sont gardés.
   *[other] { $count } ans après la séance ; puis le registre propose de la détruire, et seuls le nombre de présents et leurs heures en tout sont gardés.
}
paper-processing-health-purpose = Accueillir quelqu’un en sécurité pendant un stage.
paper-processing-health-basis = Consentement de la personne ou de ses responsables.
paper-processing-health-whom = Participants d’un stage.
paper-processing-health-data = Allergie, traitement, geste à faire.
paper-processing-health-kept = Détruites à la fin du stage.
paper-processing-faces-purpose = Dire qui a dessiné.
paper-processing-faces-basis = Intérêt légitime de l’association.
paper-processing-faces-whom = Ceux qui dessinent.
paper-processing-faces-data = Le prénom ou le surnom que la personne a choisi, une forme, une couleur.
paper-processing-faces-recipients = Tous ceux de l’atelier.
paper-processing-faces-kept = Tant que le film est gardé ; effacés avec la fiche.
paper-processing-faces-security = Visibles de tous dans l’atelier : ce ne sont que des prénoms choisis.
paper-processing-any-recipients = Les formateurs de l’association.
paper-processing-any-transfers = Aucune.
paper-processing-any-security = Chiffrées dans un fichier sur l’ordinateur de l’association ; ouvertes par une phrase de passe ; chaque fiche a sa clé, détruite quand on l’efface.
file-attendance = Émargement { $of }
file-attendance-blank = Feuille à signer { $of }
file-person = Données de { $of }
file-attestation = Attestation de { $of }
file-processing = Registre des traitements{ $of }
file-recovery = Code de secours{ $of }
