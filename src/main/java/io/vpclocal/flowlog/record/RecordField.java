package io.vpclocal.flowlog.record;

import static io.vpclocal.flowlog.record.FieldValue.bytes;
import static io.vpclocal.flowlog.record.FieldValue.of;
import static io.vpclocal.flowlog.record.FieldValue.ofFlow;
import static io.vpclocal.flowlog.record.FieldValue.ofInterface;
import static io.vpclocal.flowlog.record.FieldValue.ofMore;
import static io.vpclocal.flowlog.record.FieldValue.ofNextHop;
import static io.vpclocal.flowlog.record.FieldValue.ofTag;
import static io.vpclocal.flowlog.record.FieldValue.pathCode;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.vpclocal.flowlog.record.FlowAttributes.NextHop;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every field of a flow log of a VPC, subnet or network interface, versions 2 to 11, in the order AWS lists them (AWS
 * documentation, VPC User Guide: flow log records). Version 6 belongs to transit gateways, which have their own fields.
 */
public enum RecordField {
    VERSION("version", 2, ColumnType.INT_32, "Highest version among the fields of the format", of(record -> null)),
    ACCOUNT_ID(
            "account-id",
            2,
            ColumnType.STRING,
            "Account that owns the network interface",
            ofInterface(InterfaceDetails::accountId)),
    INTERFACE_ID(
            "interface-id",
            2,
            ColumnType.STRING,
            "Network interface; none for a regional NAT gateway",
            ofInterface(InterfaceDetails::interfaceId)),
    SRCADDR(
            "srcaddr",
            2,
            ColumnType.STRING,
            "Source; for egress the primary address of the interface",
            ofFlow(FlowAttributes::sourceAddress)),
    DSTADDR(
            "dstaddr",
            2,
            ColumnType.STRING,
            "Destination; for ingress the primary address of the interface",
            ofFlow(FlowAttributes::destinationAddress)),
    SRCPORT("srcport", 2, ColumnType.INT_32, "Source port, 0 for ICMP", ofFlow(FlowAttributes::sourcePort)),
    DSTPORT("dstport", 2, ColumnType.INT_32, "Destination port, 0 for ICMP", ofFlow(FlowAttributes::destinationPort)),
    PROTOCOL("protocol", 2, ColumnType.INT_32, "IANA protocol number", ofFlow(FlowAttributes::protocol)),
    PACKETS(
            "packets",
            2,
            ColumnType.INT_64,
            "Packets in the window",
            of(record -> record.flow() == null ? null : record.packets())),
    BYTES("bytes", 2, ColumnType.INT_64, "Bytes in the window", bytes()),
    START("start", 2, ColumnType.INT_64, "Unix seconds of the first packet in the window", of(FlowRecord::start)),
    END("end", 2, ColumnType.INT_64, "Unix seconds of the last packet in the window", of(FlowRecord::end)),
    ACTION("action", 2, ColumnType.STRING, "ACCEPT or REJECT", ofFlow(FlowAttributes::action)),
    LOG_STATUS("log-status", 2, ColumnType.STRING, "OK, NODATA or SKIPDATA", of(FlowRecord::status)),
    VPC_ID("vpc-id", 3, ColumnType.STRING, "VPC of the network interface", ofInterface(InterfaceDetails::vpcId)),
    SUBNET_ID(
            "subnet-id",
            3,
            ColumnType.STRING,
            "Subnet of the network interface",
            ofInterface(InterfaceDetails::subnetId)),
    INSTANCE_ID(
            "instance-id",
            3,
            ColumnType.STRING,
            "Instance of the network interface, if it is yours",
            ofInterface(InterfaceDetails::instanceId)),
    TCP_FLAGS(
            "tcp-flags",
            3,
            ColumnType.INT_32,
            "FIN 1, SYN 2, RST 4, SYN-ACK 18, OR-ed over the window",
            of(record -> record.flow() == null ? null : record.tcpFlags())),
    TYPE("type", 3, ColumnType.STRING, "IPv4, IPv6 or EFA", ofFlow(FlowAttributes::addressType)),
    PKT_SRCADDR(
            "pkt-srcaddr", 3, ColumnType.STRING, "Source in the packet", ofFlow(FlowAttributes::packetSourceAddress)),
    PKT_DSTADDR(
            "pkt-dstaddr",
            3,
            ColumnType.STRING,
            "Destination in the packet",
            ofFlow(FlowAttributes::packetDestinationAddress)),
    REGION("region", 4, ColumnType.STRING, "Region of the network interface", ofInterface(InterfaceDetails::region)),
    AZ_ID(
            "az-id",
            4,
            ColumnType.STRING,
            "Availability Zone id; none in a sublocation",
            ofInterface(InterfaceDetails::azId)),
    SUBLOCATION_TYPE(
            "sublocation-type",
            4,
            ColumnType.STRING,
            "wavelength, outpost or localzone",
            ofInterface(InterfaceDetails::sublocationType)),
    SUBLOCATION_ID(
            "sublocation-id",
            4,
            ColumnType.STRING,
            "Id of the sublocation",
            ofInterface(InterfaceDetails::sublocationId)),
    PKT_SRC_AWS_SERVICE(
            "pkt-src-aws-service",
            5,
            ColumnType.STRING,
            "AWS address range of pkt-srcaddr",
            ofFlow(FlowAttributes::packetSourceService)),
    PKT_DST_AWS_SERVICE(
            "pkt-dst-aws-service",
            5,
            ColumnType.STRING,
            "AWS address range of pkt-dstaddr",
            ofFlow(FlowAttributes::packetDestinationService)),
    FLOW_DIRECTION(
            "flow-direction",
            5,
            ColumnType.STRING,
            "ingress or egress at the network interface",
            ofFlow(FlowAttributes::direction)),
    TRAFFIC_PATH("traffic-path", 5, ColumnType.INT_32, "Code of the path of egress traffic", pathCode()),
    ECS_CLUSTER_ARN("ecs-cluster-arn", 7, ColumnType.STRING, "ARN of the ECS cluster of the task", ofMore()),
    ECS_CLUSTER_NAME("ecs-cluster-name", 7, ColumnType.STRING, "Name of the ECS cluster of the task", ofMore()),
    ECS_CONTAINER_INSTANCE_ARN(
            "ecs-container-instance-arn",
            7,
            ColumnType.STRING,
            "ARN of the ECS container instance, unless on Fargate",
            ofMore()),
    ECS_CONTAINER_INSTANCE_ID(
            "ecs-container-instance-id",
            7,
            ColumnType.STRING,
            "Id of the ECS container instance, unless on Fargate",
            ofMore()),
    ECS_CONTAINER_ID(
            "ecs-container-id", 7, ColumnType.STRING, "Runtime id of the first container of the task", ofMore()),
    ECS_SECOND_CONTAINER_ID(
            "ecs-second-container-id",
            7,
            ColumnType.STRING,
            "Runtime id of the second container of the task",
            ofMore()),
    ECS_SERVICE_NAME(
            "ecs-service-name", 7, ColumnType.STRING, "Name of the ECS service that started the task", ofMore()),
    ECS_TASK_DEFINITION_ARN(
            "ecs-task-definition-arn", 7, ColumnType.STRING, "ARN of the ECS task definition", ofMore()),
    ECS_TASK_ARN("ecs-task-arn", 7, ColumnType.STRING, "ARN of the ECS task", ofMore()),
    ECS_TASK_ID("ecs-task-id", 7, ColumnType.STRING, "Id of the ECS task", ofMore()),
    REJECT_REASON(
            "reject-reason",
            8,
            ColumnType.STRING,
            "BPA or EC; none for security groups and network ACLs",
            ofFlow(FlowAttributes::rejectReason)),
    RESOURCE_ID("resource-id", 9, ColumnType.STRING, "Regional NAT gateway", ofInterface(InterfaceDetails::resourceId)),
    ENCRYPTION_STATUS(
            "encryption-status",
            10,
            ColumnType.INT_32,
            "0 none, 1 Nitro, 2 application, 3 both",
            ofFlow(FlowAttributes::encryptionStatus)),
    INSTANCE_TAG("instance-tag", 11, ColumnType.STRING, "Value of the first instance tag key of the flow log", ofTag()),
    INSTANCE_TAG_2(
            "instance-tag-2", 11, ColumnType.STRING, "Value of the second instance tag key of the flow log", ofTag()),
    INTERFACE_TAG(
            "interface-tag",
            11,
            ColumnType.STRING,
            "Value of the first network interface tag key of the flow log",
            ofTag()),
    INTERFACE_TAG_2(
            "interface-tag-2",
            11,
            ColumnType.STRING,
            "Value of the second network interface tag key of the flow log",
            ofTag()),
    ASG_TAG("asg-tag", 11, ColumnType.STRING, "Value of the first Auto Scaling group tag key of the flow log", ofTag()),
    ASG_TAG_2(
            "asg-tag-2",
            11,
            ColumnType.STRING,
            "Value of the second Auto Scaling group tag key of the flow log",
            ofTag()),
    INTERFACE_TYPE(
            "interface-type",
            11,
            ColumnType.STRING,
            "Kind of an AWS-managed network interface",
            ofInterface(InterfaceDetails::interfaceType)),
    NEXT_HOP_INTERFACE_ID(
            "next-hop-interface-id",
            11,
            ColumnType.STRING,
            "Network interface on the other side of the hop",
            ofNextHop(NextHop::interfaceId)),
    NEXT_HOP_SUBNET_ID("next-hop-subnet-id", 11, ColumnType.STRING, "Its subnet", ofNextHop(NextHop::subnetId)),
    NEXT_HOP_AZ_ID("next-hop-az-id", 11, ColumnType.STRING, "Its Availability Zone id", ofNextHop(NextHop::azId)),
    NEXT_HOP_VPC_ID("next-hop-vpc-id", 11, ColumnType.STRING, "Its VPC", ofNextHop(NextHop::vpcId)),
    NEXT_HOP_INTERFACE_TYPE(
            "next-hop-interface-type",
            11,
            ColumnType.STRING,
            "Its kind, if AWS-managed",
            ofNextHop(NextHop::interfaceType));

    /** All fields in order. */
    public static final List<RecordField> ALL = List.of(values());

    private static final Map<String, RecordField> BY_WIRE_NAME =
            ALL.stream().collect(toUnmodifiableMap(RecordField::wireName, field -> field));

    /** The type of the field's column in Parquet. */
    public enum ColumnType {
        STRING,
        INT_32,
        INT_64
    }

    private final String wireName;
    private final int version;
    private final ColumnType type;
    private final String description;
    private final FieldValue value;

    RecordField(String wireName, int version, ColumnType type, String description, FieldValue value) {
        this.wireName = wireName;
        this.version = version;
        this.type = type;
        this.description = description;
        this.value = value;
    }

    /** The field with this name in {@code LogFormat}, or null. */
    public static @Nullable RecordField named(String wireName) {
        return BY_WIRE_NAME.get(wireName);
    }

    /** The name in {@code LogFormat} and in the header line of a text file. */
    public String wireName() {
        return wireName;
    }

    /** The name in a Parquet file and an Athena table, with underscores instead of dashes. */
    public String columnName() {
        return wireName.replace('-', '_');
    }

    /** The version of the record format that introduced the field. */
    public int version() {
        return version;
    }

    public ColumnType type() {
        return type;
    }

    public String description() {
        return description;
    }

    /** The value in a record, or null. {@link #VERSION} depends on the format: see {@link RecordFormat#value}. */
    @Nullable
    Object value(FlowRecord record) {
        Object found = value.of(record, this);
        return found instanceof Enum<?> constant ? constant.name() : found;
    }
}
