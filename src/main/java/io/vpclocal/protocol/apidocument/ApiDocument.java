package io.vpclocal.protocol.apidocument;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.RequiredMembers;
import io.vpclocal.protocol.UnsupportedMembers;
import io.vpclocal.protocol.apidocument.ApiExamples.Example;
import io.vpclocal.protocol.apidocument.ApiGroups.Entry;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Describes every implemented action in the OpenAPI document. Members come from the SDK's model, summaries from
 * {@link ApiGroups}, examples from {@link ApiExamples}.
 */
@Component
class ApiDocument implements GlobalOpenApiCustomizer {

    private static final String BASIC = "accessKey";

    private static final String DESCRIPTION = "A local emulator of Amazon VPC endpoints, flow logs and the permissions"
            + " around them. SDKs and the AWS CLI post to `/`; every action is also at `/{service}/{Action}`, for"
            + " people: with HTTP Basic credentials (access key id and secret) and JSON both ways.\n\n"
            + "The examples of common actions work in the demo network: execute `POST /_vpclocal/demo` first. You are root of account"
            + " 000000000000 here; *Authorize* makes you somebody else.";

    private final ActionRegistry registry;

    ApiDocument(ActionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void customise(OpenAPI api) {
        ApiGroups groups = ApiGroups.read();
        ApiExamples examples = ApiExamples.read();
        api.info(new Info().title("VPC Local").version(version()).description(DESCRIPTION));
        if (api.getComponents() == null) {
            api.components(new Components());
        }
        ApiSchemas schemas = new ApiSchemas(api.getComponents(), StoredSchemas.read());
        schemas.add("AwsError", errorSchema());
        api.getComponents()
                .addSecuritySchemes(
                        BASIC,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("Access key id and secret access key; test and test are root"));
        api.addSecurityItem(new SecurityRequirement().addList(BASIC));
        new ControlDocument(groups, examples).complete(api);
        for (AwsService service : AwsService.values()) {
            for (ActionDefinition action : registry.all(service)) {
                String name = service.signingName() + "/" + action.name();
                Operation operation = operation(action, schemas, groups.find(name));
                List<String> required = RequiredMembers.of(service.signingName(), action.name());
                schemas.require(action.requestType(), required);
                Object blank = schemas.blank(action.requestType(), required);
                show(examples.of(name), blank, operation);
                api.path("/" + name, new PathItem().post(operation));
            }
        }
        api.tags(groups.all().stream()
                .map(group -> new Tag().name(group.name()).description(group.sentence()))
                .collect(Collectors.toCollection(ArrayList::new)));
        EmptyListDocument.add(registry, schemas, api);
    }

    private static String version() {
        String version = ApiDocument.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static Operation operation(ActionDefinition action, ApiSchemas schemas, Optional<Entry> entry) {
        String missing = UnsupportedMembers.missing(action);
        return new Operation()
                .operationId(action.service().signingName() + action.name())
                .addTagsItem(entry.map(Entry::group).orElse(action.service().name() + ": more"))
                .summary(entry.map(Entry::summary).orElse(action.name()))
                .description(missing.isEmpty() ? "" : "Not emulated: " + missing + ".\n\n")
                .requestBody(new RequestBody().content(json(schemas.of(action.requestType()))))
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse().description("Done").content(json(schemas.of(action.responseType()))))
                        .addApiResponse(
                                "default",
                                new ApiResponse()
                                        .description("An AWS error")
                                        .content(json(new Schema<>().$ref("#/components/schemas/AwsError")))));
    }

    /**
     * An action without an example gets its required members. Swagger UI would otherwise invent a value for every
     * member, including DryRun.
     */
    private static void show(Optional<Example> example, Object blank, Operation operation) {
        Object value = example.map(Example::value).orElse(blank);
        operation.getRequestBody().getContent().values().forEach(type -> type.example(value));
        example.map(Example::account)
                .ifPresent(account -> operation.description(operation.getDescription()
                        + "The example is the provider's: authorize with " + account + " as the access key id."));
    }

    static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }

    private static Schema<?> errorSchema() {
        return new ObjectSchema()
                .addProperty("Code", new StringSchema().example("InvalidVpcID.NotFound"))
                .addProperty("Message", new StringSchema().example("The vpc ID 'vpc-1' does not exist"))
                .addProperty("RequestId", new StringSchema());
    }
}
