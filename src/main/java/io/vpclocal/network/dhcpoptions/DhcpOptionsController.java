package io.vpclocal.network.dhcpoptions;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AssociateDhcpOptionsRequest;
import software.amazon.awssdk.services.ec2.model.AssociateDhcpOptionsResponse;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.CreateDhcpOptionsRequest;
import software.amazon.awssdk.services.ec2.model.CreateDhcpOptionsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteDhcpOptionsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteDhcpOptionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeDhcpOptionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeDhcpOptionsResponse;
import software.amazon.awssdk.services.ec2.model.DhcpConfiguration;
import software.amazon.awssdk.services.ec2.model.DhcpOptions;
import software.amazon.awssdk.services.ec2.model.Tag;

@AwsController
class DhcpOptionsController {

    private final DhcpOptionsService service;
    private final TagStore tags;

    DhcpOptionsController(DhcpOptionsService service, TagStore tags) {
        this.service = service;
        this.tags = tags;
    }

    @AwsAction(tags = "dhcp-options")
    CreateDhcpOptionsResponse createDhcpOptions(CreateDhcpOptionsRequest request, Call call) {
        DhcpOptionsEntity set = service.create(call.scope(), request.dhcpConfigurations(), request.tagSpecifications());
        return CreateDhcpOptionsResponse.builder()
                .dhcpOptions(toWire(set, orAbsent(tags.of(call.scope(), set.id()))))
                .build();
    }

    @AwsAction
    DescribeDhcpOptionsResponse describeDhcpOptions(DescribeDhcpOptionsRequest request, Call call) {
        Page<DhcpOptionsEntity> page = service.describe(call.scope(), request);
        return DescribeDhcpOptionsResponse.builder()
                .dhcpOptions(page.map(DhcpOptionsController::toWire, DhcpOptionsEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    AssociateDhcpOptionsResponse associateDhcpOptions(AssociateDhcpOptionsRequest request, Call call) {
        service.associate(
                call.scope(), require(request.dhcpOptionsId(), "dhcpOptionsId"), require(request.vpcId(), "vpcId"));
        return AssociateDhcpOptionsResponse.builder().build();
    }

    @AwsAction
    DeleteDhcpOptionsResponse deleteDhcpOptions(DeleteDhcpOptionsRequest request, Call call) {
        service.delete(call.scope(), require(request.dhcpOptionsId(), "dhcpOptionsId"));
        return DeleteDhcpOptionsResponse.builder().build();
    }

    private static DhcpOptions toWire(DhcpOptionsEntity set, List<Tag> tags) {
        return DhcpOptions.builder()
                .dhcpOptionsId(set.id())
                .ownerId(set.account())
                .dhcpConfigurations(set.values().entrySet().stream()
                        .map(option -> DhcpConfiguration.builder()
                                .key(option.getKey())
                                .values(option.getValue().stream()
                                        .map(value -> AttributeValue.builder()
                                                .value(value)
                                                .build())
                                        .toList())
                                .build())
                        .toList())
                .tags(tags)
                .build();
    }
}
