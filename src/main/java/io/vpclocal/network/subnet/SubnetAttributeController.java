package io.vpclocal.network.subnet;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.OneAttribute;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeResponse;

@AwsController
class SubnetAttributeController {

    private final SubnetService subnets;

    SubnetAttributeController(SubnetService subnets) {
        this.subnets = subnets;
    }

    @AwsAction(missing = "Outposts and local network interfaces")
    ModifySubnetAttributeResponse modifySubnetAttribute(ModifySubnetAttributeRequest request, Call call) {
        SubnetEntity subnet = subnets.lock(call.scope(), require(request.subnetId(), "subnetId"));
        requireOne(request);
        if (request.mapPublicIpOnLaunch() != null) {
            mapPublicIp(subnet, on(request.mapPublicIpOnLaunch()));
        } else if (request.assignIpv6AddressOnCreation() != null) {
            boolean on = on(request.assignIpv6AddressOnCreation());
            requireIpv6(subnet, on, "assign-ipv6-address-on-creation");
            subnet.assignIpv6AddressOnCreation(on);
        } else if (request.enableDns64() != null) {
            boolean on = on(request.enableDns64());
            requireIpv6(subnet, on, "enable-dns64");
            subnet.enableDns64(on);
        } else if (request.privateDnsHostnameTypeOnLaunch() != null) {
            subnet.requireHostnameType(request.privateDnsHostnameTypeOnLaunchAsString());
            subnet.nameHostsBy(request.privateDnsHostnameTypeOnLaunchAsString());
        } else if (request.enableResourceNameDnsARecordOnLaunch() != null) {
            subnet.enableResourceNameDnsARecord(on(request.enableResourceNameDnsARecordOnLaunch()));
        } else {
            boolean on = on(request.enableResourceNameDnsAAAARecordOnLaunch());
            requireIpv6(subnet, on, "enable-resource-name-dns-aaaa-record-on-launch");
            subnet.enableResourceNameDnsAaaaRecord(on);
        }
        return ModifySubnetAttributeResponse.builder().build();
    }

    private static void requireOne(ModifySubnetAttributeRequest request) {
        if (Stream.of(
                        request.mapCustomerOwnedIpOnLaunch(),
                        request.customerOwnedIpv4Pool(),
                        request.enableLniAtDeviceIndex(),
                        request.disableLniAtDeviceIndex())
                .anyMatch(Objects::nonNull)) {
            throw CommonErrors.notHere("Outposts");
        }
        OneAttribute.require(
                request.mapPublicIpOnLaunch(),
                request.assignIpv6AddressOnCreation(),
                request.enableDns64(),
                request.privateDnsHostnameTypeOnLaunch(),
                request.enableResourceNameDnsARecordOnLaunch(),
                request.enableResourceNameDnsAAAARecordOnLaunch());
    }

    private static void mapPublicIp(SubnetEntity subnet, boolean on) {
        if (on && subnet.ipv6Native()) {
            throw SubnetErrors.noIpv4(subnet.id(), "mapPublicIpOnLaunch");
        }
        subnet.mapPublicIpOnLaunch(on);
    }

    private static void requireIpv6(SubnetEntity subnet, boolean on, String attribute) {
        if (on && subnet.ipv6Cidr().isEmpty()) {
            throw SubnetErrors.noIpv6(subnet.id(), attribute);
        }
    }

    private static boolean on(AttributeBooleanValue value) {
        return require(value.value(), "value");
    }
}
