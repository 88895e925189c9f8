package io.vpclocal.control.state;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists accounts and Regions with resources. */
@Tag(name = "control")
@RestController
class AccountsController {

    private final StateDatabase database;

    AccountsController(StateDatabase database) {
        this.database = database;
    }

    /** @param regions the Regions with resources; empty if it has only global resources, such as IAM users */
    record Account(String account, Set<String> regions) {}

    /** Sorted by account id. */
    record Accounts(List<Account> accounts) {}

    @Operation(
            summary = "The accounts with resources, and their Regions",
            description = "An account's first call in a Region opens it there, with a default VPC.")
    @GetMapping("/_vpclocal/accounts")
    Accounts accounts() {
        Map<String, Set<String>> found = database.read(this::read);
        return new Accounts(found.entrySet().stream()
                .map(entry -> new Account(entry.getKey(), entry.getValue()))
                .toList());
    }

    private Map<String, Set<String>> read(Connection connection) throws SQLException {
        Map<String, Set<String>> found = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query())) {
            while (rows.next()) {
                Set<String> regions = found.computeIfAbsent(rows.getString(1), account -> new TreeSet<>());
                String region = rows.getString(2);
                if (region != null) {
                    regions.add(region);
                }
            }
        }
        return found;
    }

    private String query() {
        return database.schema().parentsFirst().stream()
                .filter(table -> table.has("account"))
                .map(table -> "select account, " + (table.has("region") ? "region" : "cast(null as varchar(32))")
                        + " from " + StateSchema.quoted(table.name()))
                .collect(Collectors.joining(" union "));
    }
}
