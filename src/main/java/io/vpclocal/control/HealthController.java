package io.vpclocal.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vpclocal.database.DatabaseAvailability;
import io.vpclocal.protocol.PlainText;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the emulator serves requests. */
@Tag(name = "control")
@RestController
class HealthController {

    private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);

    private final ServicesInUse services;
    private final DatabaseAvailability database;

    HealthController(ServicesInUse services, DatabaseAvailability database) {
        this.services = services;
        this.database = database;
    }

    /**
     * @param services the state of each service: {@code available}, or {@code running} after its first call
     * @param edition always {@code community}, which clients of LocalStack expect
     */
    record Health(Map<String, String> services, String edition, String version) implements PlainText {

        @Override
        public String plainText() {
            StringBuilder text = new StringBuilder("VPC Local " + version + " serves requests.\n");
            services.forEach((service, state) -> text.append("  %-21s %s%n".formatted(service, state)));
            return text.toString();
        }
    }

    @Operation(summary = "Health: 200 while requests are served, 503 if the database does not answer or cannot write")
    @GetMapping("/_vpclocal/health")
    Health health() {
        database.problem().ifPresent(problem -> {
            LOG.warn("The database cannot be used: {}", problem);
            throw ControlErrors.databaseUnavailable(problem);
        });
        return new Health(services.states(), "community", ProductVersion.text());
    }

    /** Scripts search this answer with grep, so it has the same spaces as LocalStack's. */
    @Operation(summary = "Health, in the form that clients of LocalStack wait for")
    @GetMapping(path = "/_localstack/health", produces = MediaType.APPLICATION_JSON_VALUE)
    String localStackHealth() {
        Health health = health();
        String states = health.services().entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": \"" + entry.getValue() + "\"")
                .collect(Collectors.joining(", "));
        return "{\"services\": {" + states + "}, \"edition\": \"" + health.edition() + "\", \"version\": \""
                + health.version() + "\"}";
    }
}
