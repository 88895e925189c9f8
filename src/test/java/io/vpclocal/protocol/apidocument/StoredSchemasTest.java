package io.vpclocal.protocol.apidocument;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.EmulatorTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code schemas.txt} says what the SDK's classes say. */
@EmulatorTest
class StoredSchemasTest {

    private static final Path FILE =
            Path.of("src", "main", "resources", "io", "vpclocal", "protocol", "apidocument", "schemas.txt");

    @Autowired
    private ActionRegistry registry;

    @Test
    void theFileMatchesTheModels() throws Exception {
        Map<String, Schema<?>> models = described(StoredSchemas.none());
        String expected = models.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        if (Boolean.getBoolean("schemas.write")) {
            Files.writeString(FILE, expected);
        }
        assertThat(Files.readString(FILE))
                .as("schemas.txt is out of date. Update it with ./mvnw -Pquick test -Dtest=StoredSchemasTest"
                        + " -Dschemas.write=true")
                .isEqualTo(expected);
        assertThat(described(StoredSchemas.read())).isEqualTo(models);
    }

    private Map<String, Schema<?>> described(StoredSchemas stored) {
        Components components = new Components();
        ApiSchemas schemas = new ApiSchemas(components, stored);
        for (AwsService service : AwsService.values()) {
            registry.all(service).forEach(action -> {
                schemas.of(action.requestType());
                schemas.of(action.responseType());
            });
            registry.further(service).forEach(action -> schemas.of(action.requestType()));
        }
        Map<String, Schema<?>> sorted = new TreeMap<>();
        components.getSchemas().forEach(sorted::put);
        return sorted;
    }

    private static String line(String name, Schema<?> structure) {
        Map<String, ?> members = structure.getProperties() == null ? Map.of() : structure.getProperties();
        return name + "\t"
                + members.entrySet().stream()
                        .map(member -> member.getKey() + ":" + type((Schema<?>) member.getValue()))
                        .collect(Collectors.joining("\t"))
                + "\n";
    }

    private static String type(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return "@" + schema.get$ref().substring(StoredSchemas.REFERENCE.length());
        } else if (schema instanceof ArraySchema list) {
            return "[" + type(list.getItems()) + "]";
        } else if (schema instanceof MapSchema map) {
            return "{" + type((Schema<?>) map.getAdditionalProperties()) + "}";
        } else if (schema instanceof IntegerSchema) {
            return "integer";
        } else if (schema instanceof NumberSchema) {
            return "number";
        } else if (schema instanceof BooleanSchema) {
            return "boolean";
        } else if (schema.getFormat() != null) {
            return "time";
        }
        List<?> allowed = schema.getEnum();
        return "string"
                + (allowed == null
                        ? ""
                        : allowed.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")")));
    }
}
