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
import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.WireProtocol;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes every implemented action in the OpenAPI document, from the registry and the SDK's model. */
@Component
class ApiDocument implements GlobalOpenApiCustomizer {

    private static final String BASIC = "accessKey";

    private final ActionRegistry registry;

    ApiDocument(ActionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info()
                .title("VPC Local")
                .version("v1")
                .description(
                        "A local emulator of Amazon VPC endpoints, flow logs and the permissions around them. SDKs and"
                                + " the AWS CLI post to /; every action is also at /{service}/{Action}, for people: with HTTP Basic"
                                + " credentials (access key id and secret) and JSON both ways."));
        if (api.getComponents() == null) {
            api.components(new Components());
        }
        ApiSchemas schemas = new ApiSchemas(api.getComponents());
        schemas.add("AwsError", errorSchema());
        api.getComponents()
                .addSecuritySchemes(
                        BASIC,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("Access key id and secret access key; test and test are root"));
        api.addSecurityItem(new SecurityRequirement().addList(BASIC));
        for (AwsService service : AwsService.values()) {
            for (ActionDefinition action : registry.all(service)) {
                api.path(
                        "/" + service.signingName() + "/" + action.name(),
                        new PathItem().post(operation(action, schemas)));
            }
        }
    }

    private static Operation operation(ActionDefinition action, ApiSchemas schemas) {
        return new Operation()
                .operationId(action.service().signingName() + action.name())
                .addTagsItem(action.module())
                .summary(action.name())
                .description(action.missing().isEmpty() ? null : "Not emulated: " + action.missing())
                .requestBody(new RequestBody().content(json(schemas.of(action.requestType()))))
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse().description("Done").content(json(schemas.of(action.responseType()))))
                        .addApiResponse(
                                "default",
                                new ApiResponse()
                                        .description("An AWS error, in the form of the service's own protocol")
                                        .content(error(action))));
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }

    private static Content error(ActionDefinition action) {
        String type = action.service().protocol() == WireProtocol.JSON ? "application/x-amz-json-1.1" : "text/xml";
        return new Content()
                .addMediaType(type, new MediaType().schema(new Schema<>().$ref("#/components/schemas/AwsError")));
    }

    private static Schema<?> errorSchema() {
        return new ObjectSchema()
                .addProperty("Code", new StringSchema().example("InvalidVpcID.NotFound"))
                .addProperty("Message", new StringSchema())
                .addProperty("RequestId", new StringSchema());
    }
}
