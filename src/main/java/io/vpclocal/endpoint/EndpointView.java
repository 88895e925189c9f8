package io.vpclocal.endpoint;

import io.vpclocal.endpointservice.EndpointDnsNames.DnsName;
import io.vpclocal.protocol.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as other modules see it.
 *
 * @param serviceOwner {@code amazon} or the account that hosts the service
 * @param networkInterfaceIds one for each subnet, in the same order
 * @param routeTableIds the tables with a gateway's route
 * @param prefixListId the prefix list in a gateway's routes; null for other types
 * @param privateNames the public names that resolve to it inside its VPC; empty without private DNS
 * @param inboundResolverOnly whether they resolve for inbound resolver endpoints only
 * @param dnsNames all its DNS entries
 * @param policyDocument the text of its policy, custom or AWS's default
 */
public record EndpointView(
        String id,
        Scope scope,
        EndpointType type,
        EndpointState state,
        String vpcId,
        String serviceName,
        String serviceId,
        String serviceRegion,
        String serviceOwner,
        List<String> subnetIds,
        List<String> networkInterfaceIds,
        List<String> groupIds,
        List<String> routeTableIds,
        @Nullable String prefixListId,
        boolean privateDnsEnabled,
        List<String> privateNames,
        boolean inboundResolverOnly,
        List<DnsName> dnsNames,
        String ipAddressType,
        String policyDocument) {}
