package io.vpclocal.network.internetgateway;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.EgressOnlyInternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Gateways as the API shows them. */
final class InternetGatewayWire {

    /** The state of an internet gateway's attachment, a value that the model does not list but AWS sends. */
    static final String ATTACHED = "available";

    private InternetGatewayWire() {}

    static InternetGateway toWire(InternetGatewayEntity gateway, List<Tag> tags) {
        String vpcId = gateway.vpcId();
        return InternetGateway.builder()
                .internetGatewayId(gateway.id())
                .ownerId(gateway.account())
                .attachments(vpcId == null ? List.of() : List.of(attachment(vpcId, ATTACHED)))
                .tags(tags)
                .build();
    }

    static EgressOnlyInternetGateway toWire(EgressOnlyInternetGatewayEntity gateway, List<Tag> tags) {
        return EgressOnlyInternetGateway.builder()
                .egressOnlyInternetGatewayId(gateway.id())
                .attachments(attachment(gateway.vpcId(), "attached"))
                .tags(tags)
                .build();
    }

    private static InternetGatewayAttachment attachment(String vpcId, String state) {
        return InternetGatewayAttachment.builder().vpcId(vpcId).state(state).build();
    }
}
