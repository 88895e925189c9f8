package io.vpclocal.control.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All tables of the emulator's state, in an order in which rows can be inserted.
 *
 * @param product the database's product name
 */
record StateSchema(String product, String schema, Map<String, Table> tables) {

    private static final String POSTGRESQL = "PostgreSQL";

    StateSchema {
        tables = new LinkedHashMap<>(tables);
    }

    boolean postgresql() {
        return product.equals(POSTGRESQL);
    }

    /** Tables before the tables that refer to them. */
    List<Table> parentsFirst() {
        return List.copyOf(tables.values());
    }

    /** Tables after the tables that refer to them. */
    List<Table> childrenFirst() {
        List<Table> order = new ArrayList<>(tables.values());
        Collections.reverse(order);
        return order;
    }

    Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The query for a sequence's next value, by its quoted name. */
    String nextValue(String sequence) {
        return postgresql() ? "select nextval('" + sequence + "')" : "select next value for " + sequence;
    }

    /** A quoted SQL identifier. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
