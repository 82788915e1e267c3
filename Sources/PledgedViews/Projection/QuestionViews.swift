/// SQL views for the questions that people ask of `views.sqlite` most, in `sqlite3`, Datasette or pandas.
///
/// What depends on the day is told for the day on which SQLite is asked.
enum QuestionViews {
    static let schema = """
        CREATE VIEW pledge_list AS
            -- One row for each pledge, with names in the place of numbers, and how it stands today.
            SELECT pledges.id AS pledge, pledges.kind,
                (SELECT group_concat(name, '; ') FROM (SELECT DISTINCT actors.name FROM pledge_parties
                    JOIN identities ON identities.id = identity JOIN actors ON actors.id = identities.actor
                    WHERE pledge = pledges.id AND pledge_parties.role = 'by' ORDER BY actors.name)) AS bound,
                (SELECT group_concat(name, '; ') FROM (SELECT DISTINCT actors.name FROM pledge_parties
                    JOIN identities ON identities.id = identity JOIN actors ON actors.id = identities.actor
                    WHERE pledge = pledges.id AND pledge_parties.role = 'to' ORDER BY actors.name)) AS beneficiary,
                tellings.action, pledges.quantity, pledges.unit, pledges.deadline,
                CASE WHEN resolution IS NOT NULL THEN resolution
                    WHEN pledges.deadline IS NULL OR deadline_last_day > date('now', '+90 days') THEN 'open'
                    WHEN deadline_last_day < date('now') THEN 'overdue' ELSE 'due' END AS status,
                pledges.said, pledges.last_said, pledges.tellings, pledges.revisions, tellings.quote,
                articles.date AS article_date, articles.source, articles.title, articles.id AS article
            FROM pledges JOIN tellings ON tellings.position = first_telling
                JOIN articles ON articles.position = tellings.article;

        CREATE VIEW overdue_pledges AS
            -- What should have been done by now, and nobody has said what became of it.
            SELECT * FROM pledge_list WHERE status = 'overdue' AND kind <> 'request';

        CREATE VIEW telling_list AS
            -- Every telling of every pledge, with its article.
            SELECT tellings.pledge, tellings.position AS telling, tellings.said, tellings.quote, tellings.quantity,
                tellings.unit, tellings.deadline, articles.date AS article_date, articles.source, articles.title,
                articles.id AS article
            FROM tellings JOIN articles ON articles.position = tellings.article
            WHERE pledge IS NOT NULL ORDER BY tellings.pledge, tellings.told;

        CREATE VIEW actor_pledges AS
            -- Who has to do with which pledge: bound (by), beneficiary or asked (to), speaker.
            SELECT DISTINCT actors.id AS actor, actors.name, pledge_parties.role, pledge
            FROM pledge_parties JOIN identities ON identities.id = identity JOIN actors ON actors.id = identities.actor;

        CREATE VIEW actor_roles AS
            -- Under which titles articles name a person, from when to when.
            SELECT identities.actor, actors.name, named.role, min(article_date) AS first_seen,
                max(article_date) AS last_seen, count(DISTINCT named.article) AS articles
            FROM article_actors AS named JOIN identities ON identities.id = named.identity
                JOIN actors ON actors.id = identities.actor
            WHERE named.role IS NOT NULL AND withdrawn IS NULL GROUP BY identities.actor, named.role;

        CREATE VIEW timeline_list AS
            -- Dated happenings and deadlines, with who takes part.
            SELECT timeline.position AS entry, timeline.date, first_day, last_day, timeline.place,
                (SELECT group_concat(name, '; ') FROM (SELECT DISTINCT actors.name FROM timeline_actors
                    JOIN identities ON identities.id = identity JOIN actors ON actors.id = identities.actor
                    WHERE entry = timeline.position ORDER BY actors.name)) AS actors,
                timeline.quote, articles.id AS article
            FROM timeline JOIN articles ON articles.position = timeline.article WHERE withdrawn IS NULL;
        """
}
