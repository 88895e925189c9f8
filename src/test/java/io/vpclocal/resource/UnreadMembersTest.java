package io.vpclocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.UnsupportedMembers;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.MainClasses;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;

/**
 * Every parameter of an emulated action is read, refused by {@link UnsupportedMembers}, or known to change nothing. A parameter
 * that is ignored by oversight lets users believe that it works.
 */
@EmulatorTest
class UnreadMembersTest {

    private static final String MODELS = "software.amazon.awssdk.services.";

    /** Structures whose members are read by their names, copied as a whole, or refused as a whole. */
    private static final Set<String> AS_A_WHOLE = Set.of(
            "CapacityReservationTarget",
            "CreateRouteRequest",
            "DeleteRouteRequest",
            "EnaSrdSpecification",
            "IpamPools",
            "LaunchTemplateInstanceMarketOptionsRequest",
            "LaunchTemplateSpotMarketOptionsRequest",
            "LicenseConfigurationRequest",
            "ModifyVpnTunnelOptionsSpecification",
            "ReplaceRouteRequest",
            "RequestLaunchTemplateData",
            "RuleTransform");

    /** Parameters without an effect here, with the reason. */
    private static final Map<String, String> HARMLESS = Map.ofEntries(
            Map.entry("AllocateAddressRequest.Domain", "all addresses are those of VPCs"),
            Map.entry("AuthenticateCognitoActionConfig.AuthenticationRequestExtraParams", "stored with the action"),
            Map.entry("AuthenticateOidcActionConfig.AuthenticationRequestExtraParams", "stored with the action"),
            Map.entry("AvailabilityZoneAddress.AllocationIds", "of regional NAT gateways, which are refused"),
            Map.entry("AvailabilityZoneAddress.AvailabilityZone", "of regional NAT gateways, which are refused"),
            Map.entry("AvailabilityZoneAddress.AvailabilityZoneId", "of regional NAT gateways, which are refused"),
            Map.entry("BlockDeviceMapping.VirtualName", "instance stores are not shown"),
            Map.entry("Certificate.IsDefault", "AWS documents it for answers only"),
            Map.entry("CloudWatchLogOptionsSpecification.BgpLogGroupArn", "logs of BGP sessions are refused"),
            Map.entry("CloudWatchLogOptionsSpecification.BgpLogOutputFormat", "logs of BGP sessions are refused"),
            Map.entry("DeleteNetworkInterfacePermissionRequest.Force", "permissions have no effect"),
            Map.entry("DescribeAddressesAttributeRequest.Attribute", "there is only one"),
            Map.entry("DescribeAvailabilityZonesRequest.AllAvailabilityZones", "all zones are enabled"),
            Map.entry("DescribeImagesRequest.IncludeDeprecated", "no image is deprecated"),
            Map.entry("DescribeImagesRequest.IncludeDisabled", "no image is disabled"),
            Map.entry("DescribeRegionsRequest.AllRegions", "all Regions are enabled"),
            Map.entry("DetachNetworkInterfaceRequest.Force", "nothing delays a detachment"),
            Map.entry("DetachVolumeRequest.Force", "nothing delays a detachment"),
            Map.entry("EbsBlockDevice.AvailabilityZone", "AWS does not support it in RunInstances"),
            Map.entry("EbsBlockDevice.AvailabilityZoneId", "AWS does not support it in RunInstances"),
            Map.entry("EbsInstanceBlockDeviceSpecification.VolumeId", "the device names the volume"),
            Map.entry("InstanceBlockDeviceMappingSpecification.NoDevice", "only DeleteOnTermination can be changed"),
            Map.entry("InstanceBlockDeviceMappingSpecification.VirtualName", "instance stores are not shown"),
            Map.entry("ModifyRuleRequest.ResetTransforms", "there are no transforms"),
            Map.entry("ModifyVpnTunnelOptionsRequest.SkipTunnelReplacement", "tunnels are never interrupted"),
            Map.entry("MutualAuthenticationAttributes.AdvertiseTrustStoreCaNames", "trust stores are refused"),
            Map.entry("MutualAuthenticationAttributes.IgnoreClientCertificateExpiry", "trust stores are refused"),
            Map.entry("MutualAuthenticationAttributes.TrustStoreAssociationStatus", "trust stores are refused"),
            Map.entry("Placement.SpreadDomain", "reserved for future use"),
            Map.entry("AuthorizeSecurityGroupEgressRequest.SourceSecurityGroupName", "AWS does not support it"),
            Map.entry("AuthorizeSecurityGroupEgressRequest.SourceSecurityGroupOwnerId", "AWS does not support it"),
            Map.entry("AuthorizeSecurityGroupEgressRequest.IpProtocol", "AWS does not support it"),
            Map.entry("AuthorizeSecurityGroupEgressRequest.FromPort", "AWS does not support it"),
            Map.entry("AuthorizeSecurityGroupEgressRequest.ToPort", "AWS does not support it"),
            Map.entry("AuthorizeSecurityGroupEgressRequest.CidrIp", "AWS does not support it"),
            Map.entry("RevokeSecurityGroupEgressRequest.SourceSecurityGroupName", "AWS does not support it"),
            Map.entry("RevokeSecurityGroupEgressRequest.SourceSecurityGroupOwnerId", "AWS does not support it"),
            Map.entry("RevokeSecurityGroupEgressRequest.IpProtocol", "AWS does not support it"),
            Map.entry("RevokeSecurityGroupEgressRequest.FromPort", "AWS does not support it"),
            Map.entry("RevokeSecurityGroupEgressRequest.ToPort", "AWS does not support it"),
            Map.entry("RevokeSecurityGroupEgressRequest.CidrIp", "AWS does not support it"),
            Map.entry("RevokeSecurityGroupIngressRequest.SourceSecurityGroupOwnerId", "AWS does not support it"),
            Map.entry("AuthorizeSecurityGroupIngressRequest.SourceSecurityGroupOwnerId", "AWS does not support it"),
            Map.entry("RunInstancesRequest.AdditionalInfo", "reserved by AWS"),
            Map.entry("StartInstancesRequest.AdditionalInfo", "reserved by AWS"),
            Map.entry("StopInstancesRequest.Force", "no machine runs"),
            Map.entry("StopInstancesRequest.SkipOsShutdown", "no machine runs"),
            Map.entry("TerminateInstancesRequest.Force", "no machine runs"),
            Map.entry("TerminateInstancesRequest.SkipOsShutdown", "no machine runs"));

    private final Set<String> read = accessors();
    private final Set<String> unread = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();

    @Autowired
    private ActionRegistry registry;

    @Test
    void everyParameterIsReadRefusedOrKnownToChangeNothing() throws Exception {
        Set<String> refused = new TreeSet<>();
        for (AwsService service : List.of(AwsService.EC2, AwsService.ELB)) {
            for (ActionDefinition action : registry.all(service)) {
                visit(empty(action.requestType()));
                for (UnsupportedMembers.Member member : UnsupportedMembers.all().toList()) {
                    if (member.service() == service && member.action().equals(action.name())) {
                        refused.addAll(refused(action, member));
                    }
                }
            }
        }
        Set<String> ignored = new TreeSet<>(unread);
        ignored.removeAll(refused);
        assertThat(ignored).containsExactlyInAnyOrderElementsOf(HARMLESS.keySet());
    }

    private void visit(SdkPojo structure) {
        String name = shape(structure);
        if (AS_A_WHOLE.contains(name) || !seen.add(name)) {
            return;
        }
        for (SdkField<?> field : structure.sdkFields()) {
            boolean isRead = read.contains(name + "." + field.memberName().toLowerCase(Locale.ROOT));
            if (!isRead && !field.memberName().equals("DryRun")) {
                unread.add(name + "." + field.memberName());
            } else {
                nested(field).forEach(this::visit);
            }
        }
    }

    private static Stream<SdkPojo> nested(SdkField<?> field) {
        SdkField<?> inner = field.getOptionalTrait(ListTrait.class)
                .map(list -> (SdkField) list.memberFieldInfo())
                .orElse(field);
        return inner.constructor() == null
                ? Stream.empty()
                : Stream.of(inner.constructor().get());
    }

    /** The members on the path, named by their structures. */
    private static Set<String> refused(ActionDefinition action, UnsupportedMembers.Member member) throws Exception {
        Set<String> members = new TreeSet<>();
        SdkPojo structure = empty(action.requestType());
        for (String name : member.path().split("\\.")) {
            SdkField<?> field = field(structure, name);
            members.add(shape(structure) + "." + name);
            structure = nested(field).findFirst().orElse(structure);
        }
        return members;
    }

    private static SdkField<?> field(SdkPojo structure, String member) {
        return structure.sdkFields().stream()
                .filter(field -> field.memberName().equals(member))
                .findFirst()
                .orElseThrow(() -> new AssertionError(shape(structure) + " has no member " + member));
    }

    private static SdkPojo empty(Class<?> type) throws ReflectiveOperationException {
        return (SdkPojo) type.getMethod("builder").invoke(null);
    }

    /** Builders are nested in their structures. */
    private static String shape(SdkPojo structure) {
        Class<?> type = structure.getClass();
        return (type.getEnclosingClass() == null ? type : type.getEnclosingClass()).getSimpleName();
    }

    /** The members that the emulator reads, as {@code CreateVpcRequest.cidrblock}. */
    private static Set<String> accessors() {
        return MainClasses.ALL.stream()
                .flatMap((JavaClass type) -> Stream.<JavaAccess<?>>concat(
                        type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream()))
                .filter(access -> access.getTargetOwner().getName().startsWith(MODELS))
                .map(access -> access.getTargetOwner().getSimpleName() + "."
                        + access.getName().replaceAll("AsStrings?$", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
