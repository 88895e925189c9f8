package io.vpclocal.endpointservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each service of AWS says of its zones, IP address types and policy support what they rest on. */
class CatalogueEvidenceTest {

    private static final Set<String> WORDS = Set.of("documented", "observed", "assumed");
    private static final int COLUMNS = 5;

    @Test
    void everyServiceHasOneLine() throws IOException {
        assertThat(evidence().stream().map(line -> line[0] + " " + line[1]))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(services().stream()
                        .map(service -> name(service) + " " + type(service))
                        .toList());
    }

    @Test
    void everyValueHasAMark() throws IOException {
        for (String[] line : evidence()) {
            assertThat(line).as(line[0]).hasSize(COLUMNS);
            for (String mark : List.of(line[2].split(" ")[0], line[3], line[4])) {
                assertThat(mark).as(line[0]).isIn(WORDS);
            }
            assertThat(line[2].equals("assumed")).as(line[0]).isEqualTo(!line[2].contains(" "));
        }
    }

    /** What the catalogue says itself is not called an assumption, except that gateways have a rule of their own. */
    @Test
    void marksFitTheCatalogue() throws IOException {
        List<String[]> evidence = evidence();
        for (JsonNode service : services()) {
            String[] line = evidence.stream()
                    .filter(each -> each[0].equals(name(service)) && each[1].equals(type(service)))
                    .findFirst()
                    .orElseThrow();
            boolean gateway = type(service).equals(EndpointService.GATEWAY);
            if (!gateway) {
                assertThat(line[3].equals("assumed")).as(line[0]).isEqualTo(!service.has("ipv6"));
                assertThat(line[4].equals("assumed")).as(line[0]).isEqualTo(!service.has("policies"));
            }
            Set<String> regions =
                    service.has("zones") ? new TreeSet<>(service.get("zones").propertyNames()) : Set.of();
            assertThat(List.of(line[2].split(" "))).as(line[0]).containsAll(regions);
        }
    }

    private static String name(JsonNode service) {
        return (service.has("suffix") ? service.get("suffix") : service.get("name")).asString();
    }

    private static String type(JsonNode service) {
        return service.has("type") ? service.get("type").asString() : EndpointService.INTERFACE;
    }

    private static List<JsonNode> services() throws IOException {
        return List.copyOf(JsonMapper.shared()
                .readTree(read("catalogue.json"))
                .get("services")
                .valueStream()
                .toList());
    }

    private static List<String[]> evidence() throws IOException {
        return read("catalogue-evidence.tsv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static String read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(CatalogueEvidenceTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
