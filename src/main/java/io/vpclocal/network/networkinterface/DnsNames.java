package io.vpclocal.network.networkinterface;

import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The DNS names of interfaces, for one request. Only a VPC with DNS hostnames has them (Amazon VPC User Guide, DNS
 * attributes). Each VPC is read once.
 */
public final class DnsNames {

    private final VpcService vpcs;
    private final Scope scope;
    private final Map<String, Boolean> named = new HashMap<>();

    public DnsNames(VpcService vpcs, Scope scope) {
        this.vpcs = vpcs;
        this.scope = scope;
    }

    /** Reads several VPCs together. */
    public DnsNames of(Collection<String> vpcIds) {
        vpcs.findAll(scope, vpcIds).forEach(vpc -> named.put(vpc.id(), vpc.dnsHostnames()));
        return this;
    }

    /** {@code ip-10-0-0-4.ec2.internal}. */
    @Nullable
    public String privateName(NetworkInterfaceEntity of, String address) {
        return named(of) ? internalName(scope, address) : null;
    }

    /** {@code ec2-54-144-0-1.compute-1.amazonaws.com}. */
    @Nullable
    public String publicName(NetworkInterfaceEntity of, String publicIp) {
        return named(of) ? "ec2-" + publicIp.replace('.', '-') + "." + publicDomain() : null;
    }

    /** {@code ip-10-0-0-4.ec2.internal}: the host name of an instance, which does not depend on its VPC. */
    public static String internalName(Scope scope, String address) {
        return "ip-" + address.replace('.', '-') + "." + internalDomain(scope);
    }

    /** {@code i-0123456789abcdef0.ec2.internal}: the host name of an instance that is named after its id. */
    public static String resourceName(Scope scope, String instanceId) {
        return instanceId + "." + internalDomain(scope);
    }

    private boolean named(NetworkInterfaceEntity of) {
        return named.computeIfAbsent(
                of.vpcId(),
                id -> vpcs.find(scope, id).map(VpcEntity::dnsHostnames).orElse(false));
    }

    /** us-east-1 has an older naming scheme than the other Regions. */
    private static String internalDomain(Scope scope) {
        return scope.region().equals("us-east-1") ? "ec2.internal" : scope.region() + ".compute.internal";
    }

    private String publicDomain() {
        String area = scope.region().equals("us-east-1") ? "compute-1" : scope.region() + ".compute";
        return area + ".amazonaws.com" + (scope.partition().equals("aws-cn") ? ".cn" : "");
    }
}
