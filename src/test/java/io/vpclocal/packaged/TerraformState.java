package io.vpclocal.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A state file of Terraform, in format 4. */
final class TerraformState {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final ObjectNode root;

    private TerraformState(Path file, ObjectNode root) {
        this.file = file;
        this.root = root;
    }

    /**
     * @param address such as {@code module.web.aws_subnet.public["a"]}
     * @param kind such as {@code aws_subnet}
     */
    record Resource(String address, String kind, JsonNode attributes) {}

    static TerraformState of(Path file) throws IOException {
        return new TerraformState(file, (ObjectNode) JSON.readTree(Files.readString(file)));
    }

    /** The resources that the configuration manages. */
    List<Resource> resources() {
        List<Resource> resources = new ArrayList<>();
        for (JsonNode resource : managed()) {
            for (JsonNode instance : resource.path("instances")) {
                resources.add(new Resource(
                        address(resource, instance.path("index_key")), kind(resource), instance.path("attributes")));
            }
        }
        return resources;
    }

    Resource resource(String address) {
        return resources().stream()
                .filter(resource -> resource.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    /** Removes all resources of these kinds from the file, and all data that was read. */
    void remove(Predicate<String> kinds) throws IOException {
        ArrayNode kept = JSON.createArrayNode();
        managed().stream().filter(resource -> !kinds.test(kind(resource))).forEach(kept::add);
        root.set("resources", kept);
        Files.writeString(file, JSON.writeValueAsString(root));
    }

    private List<JsonNode> managed() {
        return root.path("resources")
                .valueStream()
                .filter(resource -> resource.path("mode").asString().equals("managed"))
                .toList();
    }

    private static String kind(JsonNode resource) {
        return resource.path("type").asString();
    }

    private static String address(JsonNode resource, JsonNode key) {
        String module = resource.path("module").asString("");
        String name = kind(resource) + "." + resource.path("name").asString();
        // Terraform writes the key of for_each in quotes, and the index of count without, as JSON does.
        return (module.isEmpty() ? "" : module + ".") + name + (key.isMissingNode() ? "" : "[" + key + "]");
    }
}
