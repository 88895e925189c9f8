package io.vpclocal.protocol.apidocument;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The actions that list nothing, in one group per service. Their summaries follow from their names. */
final class EmptyListDocument {

    private static final Pattern VERB = Pattern.compile("^(Describe|List|Get|Search)");
    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private EmptyListDocument() {}

    static void add(ActionRegistry registry, ApiSchemas schemas, OpenAPI api) {
        for (AwsService service : AwsService.values()) {
            List<ActionDefinition> actions = registry.further(service);
            if (actions.isEmpty()) {
                continue;
            }
            String group = service.name() + ": always empty";
            api.addTagsItem(new Tag()
                    .name(group)
                    .description("Lists of resources that the emulator does not have. They check their parameters and"
                            + " the caller's permissions, and answer an empty list."));
            for (ActionDefinition action : actions) {
                api.path(
                        "/" + service.signingName() + "/" + action.name(),
                        new PathItem().post(operation(action, group, schemas)));
            }
        }
    }

    /** The answer's schema is left out: it describes resources that never occur. */
    private static Operation operation(ActionDefinition action, String group, ApiSchemas schemas) {
        RequestBody body = new RequestBody().content(ApiDocument.json(schemas.of(action.requestType())));
        body.getContent().values().forEach(type -> type.example("{}"));
        return new Operation()
                .operationId(action.service().signingName() + action.name())
                .addTagsItem(group)
                .summary("Lists no " + subject(action.name()) + ".")
                .requestBody(body)
                .responses(new ApiResponses()
                        .addApiResponse("200", new ApiResponse().description("An empty list"))
                        .addApiResponse(
                                "default",
                                new ApiResponse()
                                        .description("An AWS error")
                                        .content(ApiDocument.json(
                                                new Schema<>().$ref("#/components/schemas/AwsError")))));
    }

    /** {@code DescribeTransitGatewayConnects}: transit gateway connects. */
    private static String subject(String action) {
        return WORD.matcher(VERB.matcher(action).replaceFirst(""))
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT);
    }
}
