package import Ledger
import Stories

/// Lots and what came in and went out of them, as tables.
///
/// `coffee_edges` holds which lot went into which: the whole journey of a bag is read from it.
/// Its `seq` says when, because a silo is filled and drawn from in turns: what is poured in later
/// is no part of what was drawn before. Its `since` is the `seq` at which the parent was last seen
/// empty: what came into it until then is no part either.
package enum LotsView {
    package static let view = ViewOfRecord(
        "lots",
        .now,
        of: [LotStory.kind],
        tables: [
            "coffee_lots", "coffee_entries", "coffee_edges", "coffee_plots", "coffee_findings",
        ],
        schema: [
            """
            CREATE TABLE coffee_lots (id BLOB PRIMARY KEY, code TEXT NOT NULL, \
            holder TEXT NOT NULL, kind TEXT NOT NULL, species TEXT NOT NULL, \
            season BIGINT NOT NULL, title BLOB NOT NULL, began BIGINT NOT NULL, \
            taken BIGINT NOT NULL, given BIGINT NOT NULL, certified BIGINT NOT NULL, \
            emptied BIGINT NOT NULL, bags BIGINT, moisture BIGINT, grade TEXT, graded BIGINT, \
            cup BIGINT, cup_protocol TEXT, cupped BIGINT, recall BLOB)
            """,
            "CREATE UNIQUE INDEX coffee_lots_by_code ON coffee_lots (code)",
            "CREATE INDEX coffee_lots_by_holder ON coffee_lots (holder, began, id)",
            """
            CREATE TABLE coffee_entries (id BLOB PRIMARY KEY, lot BLOB NOT NULL, \
            seq BIGINT NOT NULL, way TEXT NOT NULL, grams BIGINT NOT NULL, other BLOB, \
            price BIGINT, advance BIGINT, at BIGINT NOT NULL, place TEXT, grade TEXT, \
            phone_clock BIGINT, scheme TEXT, told BIGINT)
            """,
            "CREATE INDEX coffee_entries_of_lot ON coffee_entries (lot, seq)",
            "CREATE INDEX coffee_entries_of_other ON coffee_entries (other, seq)",
            "CREATE INDEX coffee_deliveries_by_time ON coffee_entries (at) WHERE way = 'delivery'",
            """
            CREATE TABLE coffee_edges (child BLOB NOT NULL, seq BIGINT NOT NULL, \
            parent BLOB NOT NULL, grams BIGINT NOT NULL, since BIGINT NOT NULL, PRIMARY KEY (child, seq)) /* keyed */
            """,
            // These two hold all that a trace asks: 500 plots are then ten stretches of an index
            // and not 500 places all over a table.
            """
            CREATE INDEX coffee_edges_of_parent ON coffee_edges (parent, seq, child, since, grams)
            """,
            """
            CREATE TABLE coffee_plots (plot BLOB NOT NULL, seq BIGINT NOT NULL, \
            lot BLOB NOT NULL, entry BLOB NOT NULL, season BIGINT NOT NULL, \
            green BIGINT NOT NULL, said_green BIGINT NOT NULL, said_grams BIGINT NOT NULL, \
            PRIMARY KEY (plot, seq)) /* keyed */
            """,
            "CREATE INDEX coffee_plots_of_lot ON coffee_plots (lot, seq, plot, entry, green)",
            "CREATE INDEX coffee_plots_of_entry ON coffee_plots (entry)",
            """
            CREATE TABLE coffee_findings (id BLOB PRIMARY KEY, lot BLOB NOT NULL, \
            entry BLOB NOT NULL, rule TEXT NOT NULL, said BIGINT NOT NULL, most BIGINT NOT NULL, \
            plot BLOB, warning BIGINT NOT NULL, seq BIGINT NOT NULL, overruled_by BLOB)
            """,
            "CREATE INDEX coffee_findings_of_lot ON coffee_findings (lot, seq)",
            "CREATE INDEX coffee_findings_of_entry ON coffee_findings (entry)",
        ],
        project: { projection in
            let fact = try projection.event.fact(LotFact.self)
            return LotRows(projection.event, projection.seq).rows(of: fact)
        }
    )
}
