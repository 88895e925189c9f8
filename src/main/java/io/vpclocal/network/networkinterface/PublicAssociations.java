package io.vpclocal.network.networkinterface;

import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The associations of public with private addresses. The {@code address} package owns the public addresses. */
@Service
public class PublicAssociations {

    private final NetworkInterfaceRepository interfaces;
    private final NetworkInterfaces locks;

    PublicAssociations(NetworkInterfaceRepository interfaces, NetworkInterfaces locks) {
        this.interfaces = interfaces;
        this.locks = locks;
    }

    /** The private addresses of Elastic IP addresses by allocation id, read together. */
    public Map<String, InterfaceAddress> of(Collection<String> allocationIds) {
        Map<String, InterfaceAddress> found = new HashMap<>();
        List<InterfaceAddress> rows = allocationIds.isEmpty() ? List.of() : interfaces.associated(allocationIds);
        for (InterfaceAddress row : rows) {
            row.association()
                    .map(PublicAssociation::allocationId)
                    .ifPresent(allocationId -> found.put(allocationId, row));
        }
        return found;
    }

    /** The interface that an association is on. */
    public Optional<String> interfaceOf(Scope scope, String associationId) {
        return interfaces.idByAssociation(scope.account(), scope.region(), associationId);
    }

    /** The Elastic IP address of an association. */
    public Optional<String> allocationOf(Scope scope, String associationId) {
        return interfaces.allocationByAssociation(scope.account(), scope.region(), associationId);
    }

    /** The interface that an Elastic IP address is on. */
    public Optional<String> interfaceWith(Scope scope, String allocationId) {
        return interfaces.idByAllocation(scope.account(), scope.region(), allocationId);
    }

    /** Associates a public address with a private one of an interface that the caller has locked. */
    public void associate(InterfaceAddress address, PublicAssociation association) {
        address.associate(association);
    }

    /** Removes an association if it still exists. */
    public void disassociate(Scope scope, String associationId) {
        interfaceOf(scope, associationId).map(id -> locks.lock(scope, id)).ifPresent(found -> found.ipv4().stream()
                .filter(address -> address.association()
                        .filter(association -> associationId.equals(association.associationId()))
                        .isPresent())
                .forEach(InterfaceAddress::disassociate));
        // Flushed, because the address is unique and this call may associate it again.
        interfaces.flush();
    }

    /**
     * Removes the public addresses that an interface got when its instance started. The caller has locked the
     * interface.
     */
    public void releaseLaunched(NetworkInterfaceEntity from) {
        from.ipv4().stream()
                .filter(address -> address.association()
                        .filter(association -> association.allocationId() == null)
                        .isPresent())
                .forEach(InterfaceAddress::disassociate);
    }

    /** True if an interface of the VPC has a public address. */
    public boolean anyIn(String vpcId) {
        return interfaces.countPublicIn(vpcId) > 0;
    }

    /** True if an interface has that public address. */
    public boolean inUse(String publicIp) {
        return interfaces.countPublic(publicIp) > 0;
    }
}
