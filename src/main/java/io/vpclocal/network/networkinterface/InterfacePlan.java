package io.vpclocal.network.networkinterface;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The properties of a new network interface. A builder for one interface. */
public final class InterfacePlan {

    /** The address families of an interface. */
    public enum Families {
        IPV4,
        IPV6,
        DUALSTACK
    }

    private final String subnetId;
    private List<String> groupIds = List.of();
    private boolean grouped = true;
    private String type = "interface";
    private String description = "";
    private @Nullable String requesterId;
    private @Nullable String managedBy;
    private boolean sourceDestCheck = true;
    private boolean v4 = true;
    private @Nullable String ipv4;
    private List<String> moreIpv4 = List.of();
    private int moreIpv4Count;
    private List<String> ipv6 = List.of();
    private int ipv6Count;
    private boolean primaryIpv6;
    private PrefixRequest ipv4Prefixes = PrefixRequest.NONE;
    private PrefixRequest ipv6Prefixes = PrefixRequest.NONE;
    private @Nullable Tracking tracking;

    private InterfacePlan(String subnetId) {
        this.subnetId = subnetId;
    }

    /** An interface with one free IPv4 address in the VPC's default security group. */
    public static InterfacePlan in(String subnetId) {
        return new InterfacePlan(subnetId);
    }

    /** Its security groups; an empty list means the VPC's default group. */
    public InterfacePlan groups(List<String> ids) {
        this.groupIds = List.copyOf(ids);
        return this;
    }

    /** It has no security group. */
    public InterfacePlan ungrouped() {
        this.grouped = false;
        return this;
    }

    /** As in the API: {@code interface}, {@code vpc_endpoint}, {@code nat_gateway}, ... */
    public InterfacePlan type(String wireType) {
        this.type = wireType;
        return this;
    }

    public InterfacePlan description(String text) {
        this.description = text;
        return this;
    }

    /**
     * A service creates it. It is attached from the start, and its account cannot change it.
     *
     * @param requester the service's account
     * @param owner the resource that it serves, for {@link NetworkInterfaces#managedBy}
     */
    public InterfacePlan managed(String requester, String owner) {
        this.requesterId = requester;
        this.managedBy = owner;
        return this;
    }

    /** Its account creates it for itself: the unique id of the caller. */
    public InterfacePlan requester(String userId) {
        this.requesterId = userId;
        return this;
    }

    /** It forwards packets: its source/destination check is off. */
    public InterfacePlan forwarding() {
        this.sourceDestCheck = false;
        return this;
    }

    /** One address of each given family; null for any free address. */
    public InterfacePlan addresses(Families families, @Nullable String chosenIpv4, @Nullable String chosenIpv6) {
        this.v4 = families != Families.IPV6;
        this.ipv4 = chosenIpv4;
        boolean v6 = families != Families.IPV4;
        this.ipv6 = v6 && chosenIpv6 != null ? List.of(chosenIpv6) : List.of();
        this.ipv6Count = v6 && chosenIpv6 == null ? 1 : 0;
        return this;
    }

    /** It has only IPv6 addresses. */
    public InterfacePlan withoutIpv4() {
        this.v4 = false;
        return this;
    }

    /**
     * Its type does not support IP addresses.
     *
     * @throws io.vpclocal.protocol.AwsException if the plan has addresses or prefixes
     */
    public InterfacePlan withoutAddresses() {
        boolean none = ipv4 == null
                && moreIpv4.isEmpty()
                && moreIpv4Count == 0
                && ipv6.isEmpty()
                && ipv6Count == 0
                && ipv4Prefixes.isEmpty()
                && ipv6Prefixes.isEmpty();
        if (!none) {
            throw NetworkInterfaceErrors.withoutAddresses(type);
        }
        this.v4 = false;
        return this;
    }

    /** The prefixes that are delegated to it. */
    public InterfacePlan prefixes(PrefixRequest delegatedIpv4, PrefixRequest delegatedIpv6) {
        this.ipv4Prefixes = delegatedIpv4;
        this.ipv6Prefixes = delegatedIpv6;
        return this;
    }

    /** Its primary IPv4 address, null for any, and secondary ones: the given, and a number of free ones. */
    public InterfacePlan ipv4(@Nullable String primary, List<String> secondaries, int secondaryCount) {
        this.ipv4 = primary;
        this.moreIpv4 = secondaries;
        this.moreIpv4Count = secondaryCount;
        return this;
    }

    /** Its IPv6 addresses: the given, or a number of free ones. */
    public InterfacePlan ipv6(List<String> chosen, int count, boolean firstIsPrimary) {
        this.ipv6 = chosen;
        this.ipv6Count = count;
        this.primaryIpv6 = firstIsPrimary;
        return this;
    }

    /**
     * The idle times, in seconds, after which security groups stop tracking a connection; null for AWS's defaults.
     *
     * @throws io.vpclocal.protocol.AwsException if a time is outside AWS's range
     */
    public InterfacePlan tracking(
            @Nullable Integer tcpEstablished, @Nullable Integer udpStream, @Nullable Integer udp) {
        this.tracking = Tracking.of(tcpEstablished, udpStream, udp);
        return this;
    }

    String subnetId() {
        return subnetId;
    }

    List<String> groupIds() {
        return groupIds;
    }

    boolean grouped() {
        return grouped;
    }

    String type() {
        return type;
    }

    String description() {
        return description;
    }

    @Nullable
    String requesterId() {
        return requesterId;
    }

    @Nullable
    String managedBy() {
        return managedBy;
    }

    boolean sourceDestCheck() {
        return sourceDestCheck;
    }

    boolean v4() {
        return v4;
    }

    @Nullable
    String ipv4() {
        return ipv4;
    }

    List<String> moreIpv4() {
        return moreIpv4;
    }

    int moreIpv4Count() {
        return moreIpv4Count;
    }

    List<String> ipv6() {
        return ipv6;
    }

    int ipv6Count() {
        return ipv6Count;
    }

    boolean primaryIpv6() {
        return primaryIpv6;
    }

    PrefixRequest ipv4Prefixes() {
        return ipv4Prefixes;
    }

    PrefixRequest ipv6Prefixes() {
        return ipv6Prefixes;
    }

    @Nullable
    Tracking tracking() {
        return tracking;
    }
}
