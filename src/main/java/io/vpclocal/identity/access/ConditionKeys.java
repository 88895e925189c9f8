package io.vpclocal.identity.access;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.ResourceAttributes.Attributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;

/** The condition keys of one check, from the request, the resource and the modules. */
@Component
class ConditionKeys {

    private static final List<String> TAG_MEMBERS = List.of("Tags", "tags");
    private static final List<String> TAG_KEY_MEMBERS = List.of("TagKeys", "tagKeys");

    private static final List<String> TAG_PREFIXES =
            List.of("aws:ResourceTag/", "ec2:ResourceTag/", "iam:ResourceTag/", "elasticloadbalancing:ResourceTag/");

    /** AWS does not set aws:ResourceAccount for these actions (IAM User Guide). */
    private static final Set<String> WITHOUT_RESOURCE_ACCOUNT = Set.of(
            "ec2:CreateVpcEndpoint",
            "ec2:AcceptVpcEndpointConnections",
            "ec2:RejectVpcEndpointConnections",
            "ec2:AcceptVpcPeeringConnection",
            "ec2:CreateVpcPeeringConnection",
            "ec2:DeleteVpcPeeringConnection",
            "ec2:RejectVpcPeeringConnection");

    private final Map<String, ServiceRequests> requests = ServiceRequests.read();
    private final ModuleLookups modules;

    ConditionKeys(ModuleLookups modules) {
        this.modules = modules;
    }

    Map<String, List<String>> of(Call call, ActionRule rule, Target target, SdkPojo request) {
        RequestMembers members = new RequestMembers(request);
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.putAll(ofResource(call, rule, target));
        addRequest(call, rule, target, members, keys);
        addTags(call, rule, target, members, keys);
        addAttributes(rule, target, members, keys);
        modules.of(rule.action()).forEach(module -> keys.putAll(module.conditionKeys(call, request, target.type())));
        return keys;
    }

    static Map<String, List<String>> requestTags(Map<String, String> tags) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        tags.forEach((key, value) -> keys.put("aws:RequestTag/" + key, List.of(value)));
        keys.put("aws:TagKeys", List.copyOf(tags.keySet()));
        return keys;
    }

    /** True if an endpoint or endpoint service is for another Region than the request's. */
    static boolean multiRegion(Call call, RequestMembers members) {
        return members.at(List.of("ServiceRegion", "SupportedRegions", "AddSupportedRegions")).stream()
                .anyMatch(region -> !region.equals(call.scope().region()));
    }

    /** The resource's tags and attributes. Its module is called only if a policy needs them. */
    static void addAttributes(
            Target target, ActionRule rule, Predicate<String> asked, BiConsumer<String, List<String>> keys) {
        Optional<ActionRule.Resource> resource = rule.resource(target.type());
        if (resource.isEmpty() || target.made()) {
            return;
        }
        Set<String> documented = resource.get().keys();
        boolean wanted = documented.stream().anyMatch(key -> asked.test(key.replace("${tagkey}", "")));
        if (!wanted) {
            return;
        }
        Attributes attributes = target.attributes().get();
        attributes.conditionKeys().forEach((key, values) -> {
            if (rule.has(key, target.type())) {
                keys.accept(key, values);
            }
        });
        attributes.tags().forEach((tag, value) -> {
            for (String prefix : TAG_PREFIXES) {
                if (resource.get().has(prefix + "${TagKey}")) {
                    keys.accept(prefix + tag, List.of(value));
                }
            }
        });
    }

    /** The condition keys that follow from the resource's ARN. */
    static Map<String, List<String>> ofResource(Call call, ActionRule rule, Target target) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        if (call.service() == AwsService.EC2) {
            keys.put("ec2:Region", List.of(call.scope().region()));
        }
        String[] arn = target.arn().split(":", 6);
        if (arn.length == 6 && !arn[4].isEmpty() && !WITHOUT_RESOURCE_ACCOUNT.contains(rule.action())) {
            keys.put("aws:ResourceAccount", List.of(arn[4]));
        }
        String idKey = idKey(target.type());
        if (idKey != null && rule.has(idKey, target.type())) {
            keys.put(idKey, List.of(target.arn().substring(target.arn().lastIndexOf('/') + 1)));
        }
        return keys;
    }

    private void addRequest(
            Call call, ActionRule rule, Target target, RequestMembers members, Map<String, List<String>> keys) {
        ServiceRequests service = requests.get(call.service().signingName());
        if (service != null) {
            service.keys().forEach((key, member) -> {
                List<String> values = members.at(member);
                if (!values.isEmpty() && rule.has(key, target.type())) {
                    keys.put(key, values);
                }
            });
        }
        if (rule.has("ec2:VpceMultiRegion", target.type())) {
            keys.put("ec2:VpceMultiRegion", List.of(String.valueOf(multiRegion(call, members))));
        }
        if (rule.has("ec2:VpceServiceRegion", target.type())) {
            keys.putIfAbsent("ec2:VpceServiceRegion", List.of(call.scope().region()));
        }
    }

    private static void addTags(
            Call call, ActionRule rule, Target target, RequestMembers members, Map<String, List<String>> keys) {
        if (!rule.has("aws:TagKeys", target.type())) {
            return;
        }
        Map<String, String> tags = new LinkedHashMap<>();
        TAG_MEMBERS.forEach(member -> tags.putAll(members.tags(member)));
        if (call.service() == AwsService.EC2) {
            for (RequestMembers specification : members.list("TagSpecifications")) {
                if (target.type().equals(specification.first("ResourceType"))) {
                    tags.putAll(specification.tags("Tags"));
                }
            }
        }
        List<String> names = new ArrayList<>(tags.keySet());
        names.addAll(members.at(TAG_KEY_MEMBERS));
        if (!names.isEmpty()) {
            keys.putAll(requestTags(tags));
            keys.put("aws:TagKeys", names);
        }
    }

    /** The attribute that a Modify action changes, and its new value. */
    private void addAttributes(ActionRule rule, Target target, RequestMembers members, Map<String, List<String>> keys) {
        if (!rule.has("ec2:Attribute", target.type())) {
            return;
        }
        ServiceRequests service = Objects.requireNonNull(requests.get("ec2"));
        Set<String> naming = new HashSet<>(Set.of("DryRun", "ClientToken"));
        service.types().values().forEach(type -> naming.addAll(type.members()));
        naming.remove("Groups");
        members.names().stream().filter(name -> !naming.contains(name)).forEach(name -> {
            keys.put("ec2:Attribute", List.of(name));
            keys.put("ec2:Attribute/" + name, List.of(members.text(name)));
        });
    }

    /** The condition key for a resource's id. Its value is {@code *} for a resource to be created. */
    private static @Nullable String idKey(String type) {
        return switch (type) {
            case "vpc" -> "ec2:VpcID";
            case "subnet" -> "ec2:SubnetID";
            case "route-table" -> "ec2:RouteTableID";
            case "security-group" -> "ec2:SecurityGroupID";
            case "network-interface" -> "ec2:NetworkInterfaceID";
            case "network-acl" -> "ec2:NetworkAclID";
            case "internet-gateway" -> "ec2:InternetGatewayID";
            case "elastic-ip" -> "ec2:AllocationId";
            case "dhcp-options" -> "ec2:DhcpOptionsID";
            case "instance" -> "ec2:InstanceID";
            case "image" -> "ec2:ImageID";
            case "volume" -> "ec2:VolumeID";
            case "key-pair" -> "ec2:KeyPairName";
            case "placement-group" -> "ec2:PlacementGroupName";
            default -> null;
        };
    }
}
