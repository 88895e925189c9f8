package io.vpclocal.network.address;

import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.networkinterface.PublicAssociations;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import io.vpclocal.protocol.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.AssociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.ReleaseAddressRequest;

/** Resolves a public IP or an association id to the Elastic IP address. */
@Component
class AddressReferences implements RequestAttributes {

    private final ElasticIps addresses;
    private final PublicAssociations associations;

    AddressReferences(ElasticIps addresses, PublicAssociations associations) {
        this.addresses = addresses;
        this.associations = associations;
    }

    @Override
    public Set<String> actions() {
        return Set.of("ec2:AssociateAddress", "ec2:DisassociateAddress", "ec2:ReleaseAddress");
    }

    @Override
    public Map<String, List<String>> resources(Call call, SdkPojo request) {
        Scope scope = call.scope();
        if (request instanceof DisassociateAddressRequest disassociate) {
            return disassociate.associationId() == null
                    ? associated(scope, named(scope, disassociate.publicIp()))
                    : found(
                            associations.allocationOf(scope, disassociate.associationId()),
                            associations.interfaceOf(scope, disassociate.associationId()));
        }
        String publicIp = null;
        if (request instanceof AssociateAddressRequest associate) {
            publicIp = associate.publicIp();
        } else if (request instanceof ReleaseAddressRequest release) {
            publicIp = release.publicIp();
        }
        return found(named(scope, publicIp), Optional.empty());
    }

    private Optional<String> named(Scope scope, @Nullable String publicIp) {
        return publicIp == null ? Optional.empty() : addresses.idByPublicIp(scope.account(), scope.region(), publicIp);
    }

    private Map<String, List<String>> associated(Scope scope, Optional<String> allocation) {
        return found(allocation, allocation.flatMap(id -> associations.interfaceWith(scope, id)));
    }

    private static Map<String, List<String>> found(Optional<String> allocation, Optional<String> networkInterface) {
        Map<String, List<String>> found = new HashMap<>();
        allocation.ifPresent(id -> found.put(ElasticIpService.KIND.type(), List.of(id)));
        networkInterface.ifPresent(id -> found.put(NetworkInterfaces.KIND.type(), List.of(id)));
        return found;
    }
}
