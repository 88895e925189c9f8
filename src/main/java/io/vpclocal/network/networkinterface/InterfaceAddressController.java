package io.vpclocal.network.networkinterface;

import static io.vpclocal.protocol.Params.isTrue;
import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.protocol.Params.requireAny;

import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.Ec2Errors;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AssignIpv6AddressesRequest;
import software.amazon.awssdk.services.ec2.model.AssignIpv6AddressesResponse;
import software.amazon.awssdk.services.ec2.model.AssignPrivateIpAddressesRequest;
import software.amazon.awssdk.services.ec2.model.AssignPrivateIpAddressesResponse;
import software.amazon.awssdk.services.ec2.model.AssignedPrivateIpAddress;
import software.amazon.awssdk.services.ec2.model.UnassignIpv6AddressesRequest;
import software.amazon.awssdk.services.ec2.model.UnassignIpv6AddressesResponse;
import software.amazon.awssdk.services.ec2.model.UnassignPrivateIpAddressesRequest;
import software.amazon.awssdk.services.ec2.model.UnassignPrivateIpAddressesResponse;

@AwsController
class InterfaceAddressController {

    private final NetworkInterfaceService service;
    private final InterfaceAddresses addresses;
    private final SubnetService subnets;

    InterfaceAddressController(NetworkInterfaceService service, InterfaceAddresses addresses, SubnetService subnets) {
        this.service = service;
        this.addresses = addresses;
        this.subnets = subnets;
    }

    @AwsAction(missing = "delegated prefixes")
    AssignPrivateIpAddressesResponse assignPrivateIpAddresses(AssignPrivateIpAddressesRequest request, Call call) {
        if (!request.ipv4Prefixes().isEmpty() || request.ipv4PrefixCount() != null) {
            throw CommonErrors.notHere("delegated prefixes");
        }
        List<String> wanted = request.privateIpAddresses();
        Integer count = request.secondaryPrivateIpAddressCount();
        if (wanted.isEmpty() && count == null) {
            throw NetworkInterfaceErrors.noIpv4ToAssign();
        }
        requireOne(wanted, "privateIpAddresses", count, "secondaryPrivateIpAddressCount");
        NetworkInterfaceEntity found = own(call, request.networkInterfaceId());
        List<String> added = addresses.addIpv4(
                found, subnet(call, found), wanted, count == null ? 0 : count, isTrue(request.allowReassignment()));
        return AssignPrivateIpAddressesResponse.builder()
                .networkInterfaceId(found.id())
                .assignedPrivateIpAddresses(added.stream()
                        .map(address -> AssignedPrivateIpAddress.builder()
                                .privateIpAddress(address)
                                .build())
                        .toList())
                .build();
    }

    @AwsAction(missing = "delegated prefixes")
    UnassignPrivateIpAddressesResponse unassignPrivateIpAddresses(
            UnassignPrivateIpAddressesRequest request, Call call) {
        List<String> unwanted = requireAny(request.privateIpAddresses(), "privateIpAddress");
        NetworkInterfaceEntity found = own(call, request.networkInterfaceId());
        List<InterfaceAddress> gone = assigned(found, found.ipv4(), unwanted);
        gone.stream().filter(InterfaceAddress::isPrimary).findFirst().ifPresent(address -> {
            throw NetworkInterfaceErrors.primaryCannotGo(address.address());
        });
        gone.forEach(found::remove);
        return UnassignPrivateIpAddressesResponse.builder().build();
    }

    @AwsAction(missing = "delegated prefixes")
    AssignIpv6AddressesResponse assignIpv6Addresses(AssignIpv6AddressesRequest request, Call call) {
        if (!request.ipv6Prefixes().isEmpty() || request.ipv6PrefixCount() != null) {
            throw CommonErrors.notHere("delegated prefixes");
        }
        List<String> wanted = request.ipv6Addresses();
        Integer count = request.ipv6AddressCount();
        if (wanted.isEmpty() && count == null) {
            throw NetworkInterfaceErrors.noIpv6ToAssign();
        }
        requireOne(wanted, "ipv6Addresses", count, "ipv6AddressCount");
        NetworkInterfaceEntity found = own(call, request.networkInterfaceId());
        return AssignIpv6AddressesResponse.builder()
                .networkInterfaceId(found.id())
                .assignedIpv6Addresses(
                        addresses.addIpv6(found, subnet(call, found), wanted, count == null ? 0 : count, false))
                .build();
    }

    @AwsAction(missing = "delegated prefixes")
    UnassignIpv6AddressesResponse unassignIpv6Addresses(UnassignIpv6AddressesRequest request, Call call) {
        List<String> unwanted = requireAny(request.ipv6Addresses(), "ipv6Addresses");
        NetworkInterfaceEntity found = own(call, request.networkInterfaceId());
        List<InterfaceAddress> gone = assigned(found, found.ipv6(), unwanted);
        gone.forEach(found::remove);
        return UnassignIpv6AddressesResponse.builder()
                .networkInterfaceId(found.id())
                .unassignedIpv6Addresses(
                        gone.stream().map(InterfaceAddress::address).toList())
                .build();
    }

    private NetworkInterfaceEntity own(Call call, @Nullable String id) {
        return service.lockOwn(call.scope(), require(id, "networkInterfaceId"));
    }

    private SubnetEntity subnet(Call call, NetworkInterfaceEntity of) {
        return subnets.require(call.scope(), of.subnetId());
    }

    private static void requireOne(List<String> wanted, String list, @Nullable Integer count, String countName) {
        if (!wanted.isEmpty() && count != null) {
            throw Ec2Errors.notBoth(list, countName);
        }
        if (count != null && count < 1) {
            throw NetworkInterfaceErrors.notPositive(countName, count);
        }
    }

    private static List<InterfaceAddress> assigned(
            NetworkInterfaceEntity of, List<InterfaceAddress> present, List<String> texts) {
        return texts.stream()
                .distinct()
                .map(text -> present.stream()
                        .filter(address -> address.is(text))
                        .findFirst()
                        .orElseThrow(() -> NetworkInterfaceErrors.notAssigned(of.id())))
                .toList();
    }
}
