package io.vpclocal.protocol.apidocument;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.vpclocal.protocol.apidocument.ApiExamples.Example;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Groups the control API operations that springdoc found, and adds examples to them. */
final class ControlDocument {

    private static final String OTHERS = "Control: more";

    private final ApiGroups groups;
    private final ApiExamples examples;

    ControlDocument(ApiGroups groups, ApiExamples examples) {
        this.groups = groups;
        this.examples = examples;
    }

    void complete(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            operation.tags(List.of(groups.ofControlPath(path).orElse(OTHERS)));
            if (operation.getRequestBody() != null) {
                withoutBlank(operation.getRequestBody().getContent());
            }
            examples.of(method + " " + path).ifPresent(example -> show(example, method, operation));
        }));
    }

    /** Leaves out an optional body. Swagger UI would otherwise invent a value for every member. */
    private static void withoutBlank(Content content) {
        content.values().stream().filter(type -> type.getExample() == null).forEach(type -> type.example("{}"));
    }

    /** Without a body, the members are parameters. With a body and parameters, the member without a name is the body. */
    private static void show(Example example, PathItem.HttpMethod method, Operation operation) {
        JsonNode request = example.request();
        boolean bodyOnly = operation.getRequestBody() != null && !request.has("");
        if (operation.getParameters() != null && !bodyOnly) {
            operation.getParameters().stream()
                    .filter(parameter -> request.has(parameter.getName()))
                    .forEach(parameter ->
                            parameter.example(request.path(parameter.getName()).asString()));
        }
        if (operation.getRequestBody() == null || method == PathItem.HttpMethod.GET) {
            return;
        }
        Object body = request.has("") ? new Example(null, request.path("")).value() : example.value();
        Content content = Objects.requireNonNull(operation.getRequestBody().getContent());
        for (MediaType type : content.values()) {
            type.example(body);
        }
    }
}
