package io.vpclocal.control.state;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vpclocal.control.ProductVersion;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes the running emulator and its state. */
@Tag(name = "control")
@RestController
class InfoController {

    private final StateDatabase database;
    private final ActionRegistry registry;
    private final Environment environment;

    InfoController(StateDatabase database, ActionRegistry registry, Environment environment) {
        this.database = database;
        this.registry = registry;
        this.environment = environment;
    }

    /**
     * @param mode {@code memory}, {@code directory} or {@code server}: where the state is stored
     * @param actions how many actions of each service are emulated
     * @param counts the number of rows of each table with account data
     * @param features features that can be switched: property and setting
     */
    record Info(
            String version,
            String mode,
            String database,
            Map<String, Integer> actions,
            Map<String, Long> counts,
            Map<String, String> features) {}

    @Operation(summary = "Version, mode, database, features and row counts")
    @GetMapping("/_vpclocal/info")
    Info info() {
        Map<String, Integer> actions = new TreeMap<>();
        for (AwsService service : AwsService.values()) {
            actions.put(service.signingName(), registry.all(service).size());
        }
        return new Info(ProductVersion.text(), mode(), database.schema().product(), actions, counts(), features());
    }

    private String mode() {
        if (!environment.getProperty("vpclocal.database.url", "").isEmpty()) {
            return "server";
        }
        return environment.getProperty("vpclocal.data-dir", "").isEmpty() ? "memory" : "directory";
    }

    private Map<String, Long> counts() {
        return database.read(connection -> {
            Map<String, Long> counts = new TreeMap<>();
            try (Statement statement = connection.createStatement()) {
                for (Table table : database.schema().parentsFirst()) {
                    if (table.has("account")) {
                        counts.put(table.name(), count(statement, table));
                    }
                }
            }
            return counts;
        });
    }

    private static long count(Statement statement, Table table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + StateSchema.quoted(table.name()))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Map<String, String> features() {
        Map<String, String> features = new TreeMap<>();
        features.put("identity.mode", environment.getProperty("vpclocal.identity.mode", "enforce"));
        features.put("identity.open-root-keys", environment.getProperty("vpclocal.identity.open-root-keys", "true"));
        features.put("quotas", environment.getProperty("vpclocal.quotas", "raised"));
        return features;
    }
}
