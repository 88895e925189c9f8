package io.vpclocal.endpoint.placement;

import static java.util.Objects.requireNonNull;

import io.vpclocal.endpoint.vpcendpoint.Delta;
import io.vpclocal.endpoint.vpcendpoint.EndpointErrors;
import io.vpclocal.endpoint.vpcendpoint.EndpointGroup;
import io.vpclocal.endpoint.vpcendpoint.EndpointIds;
import io.vpclocal.endpoint.vpcendpoint.EndpointLimits;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.network.securitygroup.SecurityGroupEntity;
import io.vpclocal.network.securitygroup.SecurityGroupService;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The security groups of endpoints. The default is the VPC's default group. */
@Component
class EndpointGroups {

    private final SecurityGroupService groups;

    EndpointGroups(SecurityGroupService groups) {
        this.groups = groups;
    }

    /**
     * The groups of a new endpoint, each once.
     *
     * @throws AwsException if one of them does not exist or is of another VPC
     */
    List<EndpointGroup> choose(VpcEntity vpc, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of(kept(groups.defaultOf(vpc.scope(), vpc.id())));
        }
        EndpointIds.SECURITY_GROUP.requireWellFormed(ids);
        Set<String> wanted = new LinkedHashSet<>(ids);
        Map<String, SecurityGroupEntity> found = new LinkedHashMap<>();
        groups.findAll(vpc.scope(), wanted).forEach(group -> found.put(group.id(), group));
        for (String id : wanted) {
            SecurityGroupEntity group = found.get(id);
            if (group == null) {
                throw EndpointIds.SECURITY_GROUP.notFound(id);
            }
            if (!group.vpcId().equals(vpc.id())) {
                throw EndpointErrors.groupOfOtherVpc(id, vpc.id());
            }
        }
        if (wanted.size() > EndpointLimits.GROUPS) {
            throw Ec2Errors.tooManyGroups();
        }
        return wanted.stream().map(id -> kept(requireNonNull(found.get(id)))).toList();
    }

    /**
     * Adds and removes groups. Adding a group of the endpoint again changes nothing.
     *
     * @throws AwsException if a group does not exist, a group to remove is not associated, or no group is left
     */
    void change(VpcEndpointEntity endpoint, VpcEntity vpc, Delta delta) {
        EndpointIds.SECURITY_GROUP.requireWellFormed(delta.removed());
        Set<String> result = new LinkedHashSet<>(endpoint.groupIds());
        for (String id : delta.removed()) {
            if (!result.remove(id)) {
                throw groups.find(vpc.scope(), id).isEmpty()
                        ? EndpointIds.SECURITY_GROUP.notFound(id)
                        : EndpointErrors.notOfEndpoint("security group", id, endpoint.id());
            }
        }
        result.addAll(delta.added());
        if (result.isEmpty()) {
            throw EndpointErrors.noGroupLeft();
        }
        endpoint.join(choose(vpc, result));
    }

    private static EndpointGroup kept(SecurityGroupEntity group) {
        return new EndpointGroup(group.id(), group.name());
    }
}
