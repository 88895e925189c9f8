package io.vpclocal.network.networkinterface;

import static io.vpclocal.protocol.Params.isTrue;
import static io.vpclocal.protocol.Params.require;

import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.Params;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.ResourceDirectory;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.ConnectionTrackingSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.InstanceIpv6Address;

/** The actions of accounts on network interfaces. Accounts cannot change the interfaces of services. */
@Service
class NetworkInterfaceService {

    private static final ResourceKind INSTANCE = new ResourceKind("instance", "i", "instance", "InvalidInstanceID");

    /** The types that accounts can create (EC2 API Reference). */
    private static final List<String> TYPES = List.of("interface", "efa", "efa-only", "trunk");

    private static final String WITHOUT_ADDRESSES = "efa-only";

    private static final String SERVICE_ATTACHMENT = "ela-attach-";

    private final NetworkInterfaces interfaces;
    private final NetworkInterfaceRepository repository;
    private final SubnetService subnets;
    private final ResourceDirectory directory;
    private final ObjectProvider<InterfacePart> parts;
    private final TagStore tags;

    NetworkInterfaceService(
            NetworkInterfaces interfaces,
            NetworkInterfaceRepository repository,
            SubnetService subnets,
            ResourceDirectory directory,
            ObjectProvider<InterfacePart> parts,
            TagStore tags) {
        this.interfaces = interfaces;
        this.repository = repository;
        this.subnets = subnets;
        this.directory = directory;
        this.parts = parts;
        this.tags = tags;
    }

    NetworkInterfaceEntity create(Scope scope, String userId, CreateNetworkInterfaceRequest request) {
        String subnetId = require(request.subnetId(), "subnetId");
        SubnetEntity subnet = subnets.lock(scope, subnetId);
        InterfacePlan plan = InterfacePlan.in(subnetId)
                .groups(request.groups())
                .requester(userId)
                .description(description(request.description()))
                .type(type(request));
        ConnectionTrackingSpecificationRequest tracking = request.connectionTrackingSpecification();
        if (tracking != null) {
            plan.tracking(tracking.tcpEstablishedTimeout(), tracking.udpStreamTimeout(), tracking.udpTimeout());
        }
        planIpv4(plan, request, subnet);
        planIpv6(plan, request, subnet);
        planPrefixes(plan, request);
        if (plan.type().equals(WITHOUT_ADDRESSES)) {
            plan.withoutAddresses();
        }
        NetworkInterfaceEntity made = interfaces.create(scope, plan);
        tags.create(scope, NetworkInterfaces.KIND, made.id(), request.tagSpecifications());
        return made;
    }

    void delete(Scope scope, String id) {
        NetworkInterfaceEntity found = interfaces.lock(scope, id);
        if (found.attachment().isPresent()) {
            throw NetworkInterfaceErrors.inUse(id);
        }
        parts.orderedStream().forEach(part -> part.interfaceDeleted(found));
        interfaces.delete(scope, id);
    }

    /** Finds and locks an interface that its account may change. */
    NetworkInterfaceEntity lockOwn(Scope scope, String id) {
        NetworkInterfaceEntity found = interfaces.lock(scope, id);
        if (found.managed()) {
            throw Ec2Errors.managed();
        }
        return found;
    }

    Attachment attach(Scope scope, String id, String instanceId, int deviceIndex) {
        if (!INSTANCE.wellFormed(instanceId)) {
            throw INSTANCE.malformed(instanceId);
        }
        if (!directory.exists(scope, instanceId)) {
            throw INSTANCE.notFound(instanceId);
        }
        lockOwn(scope, id);
        return interfaces.attach(scope, id, instanceId, deviceIndex, false);
    }

    void detach(Scope scope, String attachmentId) {
        if (attachmentId.startsWith(SERVICE_ATTACHMENT)) {
            throw NetworkInterfaceErrors.serviceAttachment();
        }
        String id = repository
                .idByAttachment(scope.account(), scope.region(), attachmentId)
                .orElseThrow(() -> NetworkInterfaceErrors.attachmentNotFound(attachmentId));
        Attachment attachment = interfaces
                .lock(scope, id)
                .attachment()
                .filter(found -> found.attachmentId().equals(attachmentId))
                .orElseThrow(() -> NetworkInterfaceErrors.attachmentNotFound(attachmentId));
        if (attachment.deviceIndex() == 0) {
            throw NetworkInterfaceErrors.primaryInterface();
        }
        interfaces.detach(scope, id);
    }

    static String description(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (text.length() > NetworkInterfaceLimits.DESCRIPTION_LENGTH) {
            throw NetworkInterfaceErrors.descriptionTooLong();
        }
        return text;
    }

    private static String type(CreateNetworkInterfaceRequest request) {
        String type = Objects.requireNonNullElse(Params.given(request.interfaceTypeAsString()), "interface");
        if (!TYPES.contains(type)) {
            throw Ec2Errors.unknownInterfaceType(type);
        }
        return type;
    }

    /** Requires an interface that can have IP addresses. */
    static void requireAddressable(NetworkInterfaceEntity of) {
        if (of.interfaceType().equals(WITHOUT_ADDRESSES)) {
            throw NetworkInterfaceErrors.withoutAddresses(WITHOUT_ADDRESSES);
        }
    }

    private static void planIpv4(InterfacePlan plan, CreateNetworkInterfaceRequest request, SubnetEntity subnet) {
        Integer count = request.secondaryPrivateIpAddressCount();
        if (count != null && count < 1) {
            throw NetworkInterfaceErrors.notPositive("secondaryPrivateIpAddressCount", count);
        }
        PrivateAddresses addresses =
                PrivateAddresses.of(request.privateIpAddress(), request.privateIpAddresses(), count);
        if (subnet.ipv6Native() && addresses.isEmpty()) {
            plan.withoutIpv4();
        }
        plan.ipv4(addresses.primary(), addresses.secondaries(), addresses.count());
    }

    private static void planIpv6(InterfacePlan plan, CreateNetworkInterfaceRequest request, SubnetEntity subnet) {
        List<String> wanted = request.ipv6Addresses().stream()
                .map(InstanceIpv6Address::ipv6Address)
                .map(address -> require(address, "ipv6Address"))
                .toList();
        Integer count = request.ipv6AddressCount();
        if (count != null && count < 0) {
            throw NetworkInterfaceErrors.notPositive("ipv6AddressCount", count);
        }
        if (count != null && !wanted.isEmpty()) {
            throw Ec2Errors.notBoth("ipv6Addresses", "ipv6AddressCount");
        }
        boolean byItself = wanted.isEmpty()
                && subnet.assignIpv6AddressOnCreation()
                && !plan.type().equals(WITHOUT_ADDRESSES);
        int free = count != null ? count : byItself ? 1 : 0;
        plan.ipv6(wanted, free, isTrue(request.enablePrimaryIpv6()));
    }

    private static void planPrefixes(InterfacePlan plan, CreateNetworkInterfaceRequest request) {
        plan.prefixes(
                PrefixRequest.ipv4(
                        request.ipv4Prefixes(),
                        request.ipv4PrefixCount(),
                        request.privateIpAddresses(),
                        request.secondaryPrivateIpAddressCount()),
                PrefixRequest.ipv6(
                        request.ipv6Prefixes(),
                        request.ipv6PrefixCount(),
                        request.ipv6Addresses(),
                        request.ipv6AddressCount()));
    }
}
