package io.vpclocal.network.networkinterface;

import static io.vpclocal.protocol.Params.isTrue;
import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.protocol.Params.requireAny;
import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Ec2Errors;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AssignIpv6AddressesRequest;
import software.amazon.awssdk.services.ec2.model.AssignIpv6AddressesResponse;
import software.amazon.awssdk.services.ec2.model.AssignPrivateIpAddressesRequest;
import software.amazon.awssdk.services.ec2.model.AssignPrivateIpAddressesResponse;
import software.amazon.awssdk.services.ec2.model.AssignedPrivateIpAddress;
import software.amazon.awssdk.services.ec2.model.Ipv4PrefixSpecification;
import software.amazon.awssdk.services.ec2.model.UnassignIpv6AddressesRequest;
import software.amazon.awssdk.services.ec2.model.UnassignIpv6AddressesResponse;
import software.amazon.awssdk.services.ec2.model.UnassignPrivateIpAddressesRequest;
import software.amazon.awssdk.services.ec2.model.UnassignPrivateIpAddressesResponse;

@AwsController
class InterfaceAddressController {

    private final NetworkInterfaceService service;
    private final InterfaceAddresses addresses;
    private final InterfacePrefixes prefixes;
    private final SubnetService subnets;

    InterfaceAddressController(
            NetworkInterfaceService service,
            InterfaceAddresses addresses,
            InterfacePrefixes prefixes,
            SubnetService subnets) {
        this.service = service;
        this.addresses = addresses;
        this.prefixes = prefixes;
        this.subnets = subnets;
    }

    @AwsAction
    AssignPrivateIpAddressesResponse assignPrivateIpAddresses(AssignPrivateIpAddressesRequest request, Call call) {
        PrefixRequest more =
                PrefixRequest.of(request.ipv4Prefixes(), "ipv4Prefixes", request.ipv4PrefixCount(), "ipv4PrefixCount");
        List<String> wanted = request.privateIpAddresses();
        Integer count = request.secondaryPrivateIpAddressCount();
        if (wanted.isEmpty() && count == null && more.isEmpty()) {
            throw NetworkInterfaceErrors.noIpv4ToAssign();
        }
        requireOne(wanted, "privateIpAddresses", count, "secondaryPrivateIpAddressCount");
        NetworkInterfaceEntity found = own(call, request.networkInterfaceId());
        NetworkInterfaceService.requireAddressable(found);
        SubnetEntity subnet = subnet(call, found);
        List<String> added = addresses.addIpv4(
                found, subnet, wanted, count == null ? 0 : count, isTrue(request.allowReassignment()));
        return AssignPrivateIpAddressesResponse.builder()
                .networkInterfaceId(found.id())
                .assignedPrivateIpAddresses(added.stream()
                        .map(address -> AssignedPrivateIpAddress.builder()
                                .privateIpAddress(address)
                                .build())
                        .toList())
                .assignedIpv4Prefixes(orAbsent(prefixes.addIpv4(found, subnet, more.wanted(), more.count()).stream()
                        .map(prefix -> Ipv4PrefixSpecification.builder()
                                .ipv4Prefix(prefix)
                                .build())
                        .toList()))
                .build();
    }

    @AwsAction
    UnassignPrivateIpAddressesResponse unassignPrivateIpAddresses(
            UnassignPrivateIpAddressesRequest request, Call call) {
        List<String> unwanted = request.ipv4Prefixes().isEmpty()
                ? requireAny(request.privateIpAddresses(), "privateIpAddress")
                : request.privateIpAddresses();
        NetworkInterfaceEntity found = own(call, request.networkInterfaceId());
        List<InterfaceAddress> gone = assigned(found, found.ipv4(), unwanted);
        gone.stream().filter(InterfaceAddress::isPrimary).findFirst().ifPresent(address -> {
            throw NetworkInterfaceErrors.primaryCannotGo(address.address());
        });
        gone.forEach(found::remove);
        removePrefixes(found, request.ipv4Prefixes());
        return UnassignPrivateIpAddressesResponse.builder().build();
    }

    @AwsAction(missing = "traffic to addresses of delegated prefixes")
    AssignIpv6AddressesResponse assignIpv6Addresses(AssignIpv6AddressesRequest request, Call call) {
        PrefixRequest more =
                PrefixRequest.of(request.ipv6Prefixes(), "ipv6Prefixes", request.ipv6PrefixCount(), "ipv6PrefixCount");
        List<String> wanted = request.ipv6Addresses();
        Integer count = request.ipv6AddressCount();
        if (wanted.isEmpty() && count == null && more.isEmpty()) {
            throw NetworkInterfaceErrors.noIpv6ToAssign();
        }
        requireOne(wanted, "ipv6Addresses", count, "ipv6AddressCount");
        NetworkInterfaceEntity found = own(call, request.networkInterfaceId());
        NetworkInterfaceService.requireAddressable(found);
        SubnetEntity subnet = subnet(call, found);
        return AssignIpv6AddressesResponse.builder()
                .networkInterfaceId(found.id())
                .assignedIpv6Addresses(addresses.addIpv6(found, subnet, wanted, count == null ? 0 : count, false))
                .assignedIpv6Prefixes(orAbsent(prefixes.addIpv6(found, subnet, more.wanted(), more.count())))
                .build();
    }

    @AwsAction
    UnassignIpv6AddressesResponse unassignIpv6Addresses(UnassignIpv6AddressesRequest request, Call call) {
        List<String> unwanted = request.ipv6Prefixes().isEmpty()
                ? requireAny(request.ipv6Addresses(), "ipv6Addresses")
                : request.ipv6Addresses();
        NetworkInterfaceEntity found = own(call, request.networkInterfaceId());
        List<InterfaceAddress> gone = assigned(found, found.ipv6(), unwanted);
        gone.forEach(found::remove);
        removePrefixes(found, request.ipv6Prefixes());
        return UnassignIpv6AddressesResponse.builder()
                .networkInterfaceId(found.id())
                .unassignedIpv6Addresses(
                        gone.stream().map(InterfaceAddress::address).toList())
                .unassignedIpv6Prefixes(orAbsent(request.ipv6Prefixes()))
                .build();
    }

    private static void removePrefixes(NetworkInterfaceEntity from, List<String> texts) {
        for (String text : texts) {
            if (Cidr.parse(text).filter(from::removePrefix).isEmpty()) {
                throw NetworkInterfaceErrors.notAssigned(from.id());
            }
        }
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
