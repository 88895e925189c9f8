package io.vpclocal.control.state;

import io.vpclocal.control.state.Table.Reference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The statements that empty an account, a Region or everything, children first. */
final class ResetPlan {

    private static final String ACCOUNT = "account";
    private static final String REGION = "region";

    /** @param parameters {@code account} or {@code region} for each question mark */
    private record Change(String sql, List<String> parameters) {

        boolean deletes() {
            return sql.startsWith("delete");
        }
    }

    private record Condition(String sql, List<String> parameters) {}

    private final StateSchema schema;
    private final Set<String> wanted = new TreeSet<>();
    private final List<Change> changes = new ArrayList<>();

    private ResetPlan(StateSchema schema, boolean byAccount, boolean byRegion) {
        this.schema = schema;
        if (byAccount) {
            wanted.add(ACCOUNT);
        }
        if (byRegion) {
            wanted.add(REGION);
        }
        for (Table table : schema.childrenFirst()) {
            condition(table, List.of()).ifPresent(condition -> empty(table, condition));
        }
    }

    static ResetPlan of(StateSchema schema, boolean byAccount, boolean byRegion) {
        return new ResetPlan(schema, byAccount, byRegion);
    }

    /** Tables whose rows have no account in the schema. Only a full reset empties them. */
    static Set<String> shared(StateSchema schema) {
        ResetPlan plan = of(schema, true, false);
        Set<String> shared = new TreeSet<>();
        schema.parentsFirst().stream()
                .filter(table -> plan.condition(table, List.of()).isEmpty())
                .forEach(table -> shared.add(table.name()));
        return shared;
    }

    /** Returns the number of deleted rows. */
    int run(Connection connection, @Nullable String account, @Nullable String region) throws SQLException {
        int rows = 0;
        for (Change change : changes) {
            try (PreparedStatement statement = connection.prepareStatement(change.sql())) {
                int index = 1;
                for (String parameter : change.parameters()) {
                    statement.setString(index++, parameter.equals(ACCOUNT) ? account : region);
                }
                int changed = statement.executeUpdate();
                rows += change.deletes() ? changed : 0;
            }
        }
        return rows;
    }

    private void empty(Table table, Condition condition) {
        for (Reference reference : table.references()) {
            // H2 checks foreign keys row by row, so references within a table are set to null first.
            if (reference.parent().equals(table.name())) {
                change(
                        "update " + StateSchema.quoted(table.name()) + " set " + StateSchema.quoted(reference.column())
                                + " = null",
                        condition);
            }
        }
        change("delete from " + StateSchema.quoted(table.name()), condition);
    }

    private void change(String sql, Condition condition) {
        changes.add(new Change(sql + condition(condition), condition.parameters()));
    }

    private static String condition(Condition condition) {
        return condition.sql().isEmpty() ? "" : " where " + condition.sql();
    }

    /** Empty if the table has no column that selects rows of the scope. */
    private Optional<Condition> condition(Table table, List<String> children) {
        if (wanted.stream().allMatch(table::has)) {
            List<String> tests = wanted.stream()
                    .map(name -> StateSchema.quoted(name) + " = ?")
                    .toList();
            return Optional.of(new Condition(String.join(" and ", tests), List.copyOf(wanted)));
        }
        List<String> path = new ArrayList<>(children);
        path.add(table.name());
        List<String> tests = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        for (Reference reference : table.references()) {
            Optional<Table> parent = schema.table(reference.parent()).filter(t -> !path.contains(t.name()));
            parent.flatMap(t -> condition(t, path)).ifPresent(condition -> {
                tests.add(StateSchema.quoted(reference.column()) + " in (select "
                        + StateSchema.quoted(reference.parentColumn()) + " from "
                        + StateSchema.quoted(reference.parent()) + condition(condition) + ")");
                parameters.addAll(condition.parameters());
            });
        }
        return tests.isEmpty() ? Optional.empty() : Optional.of(new Condition(String.join(" or ", tests), parameters));
    }
}
