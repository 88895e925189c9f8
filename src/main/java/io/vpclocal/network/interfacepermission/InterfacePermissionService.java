package io.vpclocal.network.interfacepermission;

import io.vpclocal.network.networkinterface.InterfacePart;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.ResourceKind;
import java.time.Clock;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** The rules of permissions on network interfaces. They are granted before the next call. */
@Service
class InterfacePermissionService implements InterfacePart {

    static final ResourceKind KIND = new ResourceKind(
            "network-interface-permission",
            "eni-perm",
            "networkInterfacePermission",
            "InvalidPermissionID",
            ResourceKind.NOT_TOLD_APART);

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    private final InterfacePermissions permissions;
    private final NetworkInterfaces interfaces;
    private final Ids ids;
    private final Clock clock;

    InterfacePermissionService(InterfacePermissions permissions, NetworkInterfaces interfaces, Ids ids, Clock clock) {
        this.permissions = permissions;
        this.interfaces = interfaces;
        this.ids = ids;
        this.clock = clock;
    }

    /** A repeated call returns the existing permission (our guess). */
    InterfacePermissionEntity create(Scope scope, String interfaceId, String grantee, String permission) {
        if (!ACCOUNT.matcher(grantee).matches()) {
            throw Ec2Errors.invalidValue("awsAccountId", grantee, "Expecting an account ID of 12 digits.");
        }
        if (interfaces.lock(scope, interfaceId).requesterManaged()) {
            throw Ec2Errors.managed();
        }
        return permissions.of(scope.account(), scope.region(), interfaceId).stream()
                .filter(present -> present.grantee().equals(grantee)
                        && present.permission().equals(permission))
                .findFirst()
                .orElseGet(() -> permissions.save(new InterfacePermissionEntity(
                        scope, ids.next(KIND.prefix()), clock.instant(), interfaceId, grantee, permission)));
    }

    void delete(Scope scope, String id) {
        permissions.delete(permissions.lock(scope, id).orElseThrow(() -> KIND.missing(id)));
    }

    @Override
    public void interfaceDeleted(NetworkInterfaceEntity gone) {
        permissions.of(gone.account(), gone.region(), gone.id()).forEach(permissions::delete);
    }
}
