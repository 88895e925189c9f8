package io.vpclocal.network.blockpublicaccess;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.network.InternetBlockMode;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessOptionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessOptionsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcBlockPublicAccessOptionsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcBlockPublicAccessOptionsResponse;

@AwsController
class BlockPublicAccessController {

    private final BlockPublicAccessService service;
    private final BlockPublicAccessLifecycle lifecycle;

    BlockPublicAccessController(BlockPublicAccessService service, BlockPublicAccessLifecycle lifecycle) {
        this.service = service;
        this.lifecycle = lifecycle;
    }

    @AwsAction(missing = "declarative policies of organizations")
    ModifyVpcBlockPublicAccessOptionsResponse modifyVpcBlockPublicAccessOptions(
            ModifyVpcBlockPublicAccessOptionsRequest request, Call call) {
        String mode = require(request.internetGatewayBlockModeAsString(), "internetGatewayBlockMode");
        BlockPublicAccessEntity changed = service.changeMode(call.scope(), mode(mode));
        return ModifyVpcBlockPublicAccessOptionsResponse.builder()
                .vpcBlockPublicAccessOptions(BlockPublicAccessWire.options(
                        call.scope(), changed.mode(), "update-in-progress", changed.changedAt()))
                .build();
    }

    @AwsAction
    DescribeVpcBlockPublicAccessOptionsResponse describeVpcBlockPublicAccessOptions(
            DescribeVpcBlockPublicAccessOptionsRequest request, Call call) {
        Scope scope = call.scope();
        return DescribeVpcBlockPublicAccessOptionsResponse.builder()
                .vpcBlockPublicAccessOptions(service.options(scope)
                        .map(own ->
                                BlockPublicAccessWire.options(scope, own.mode(), lifecycle.state(own), own.changedAt()))
                        .orElseGet(() ->
                                BlockPublicAccessWire.options(scope, InternetBlockMode.OFF, "default-state", null)))
                .build();
    }

    private static InternetBlockMode mode(String text) {
        try {
            return InternetBlockMode.of(text);
        } catch (IllegalArgumentException e) {
            throw BlockPublicAccessErrors.badMode(text, "internetGatewayBlockMode");
        }
    }
}
