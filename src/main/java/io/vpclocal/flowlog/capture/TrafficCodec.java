package io.vpclocal.flowlog.capture;

import io.vpclocal.flowlog.record.FlowAttributes;
import io.vpclocal.flowlog.record.FlowAttributes.Action;
import io.vpclocal.flowlog.record.FlowAttributes.FlowDirection;
import io.vpclocal.flowlog.record.FlowAttributes.NextHop;
import io.vpclocal.flowlog.record.InterfaceDetails;
import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.flowlog.record.RecordField;
import io.vpclocal.flowlog.record.TrafficPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Observed traffic as bytes. Each text and each interface is written once, and numbers take as few bytes as they need.
 * Times are kept in milliseconds, the precision of the emulator's clock.
 */
final class TrafficCodec {

    private static final int FORMAT = 1;

    private TrafficCodec() {}

    static byte[] write(List<ObservedTraffic> traffic) {
        Packer out = new Packer(traffic.size() * 48 + 256);
        out.number(FORMAT);
        out.number(traffic.size());
        Map<InterfaceDetails, Integer> interfaces = new LinkedHashMap<>();
        for (ObservedTraffic observed : traffic) {
            networkInterface(out, observed.networkInterface(), interfaces);
            flow(out, observed.flow());
            long start = observed.start().toEpochMilli();
            out.number(observed.packets());
            out.number(observed.bytes());
            out.number(observed.tcpFlags() == null ? 0 : observed.tcpFlags() + 1);
            out.number(start);
            out.number(observed.end().toEpochMilli() - start);
        }
        return out.toBytes();
    }

    static List<ObservedTraffic> read(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        if (in.number() != FORMAT) {
            throw new IllegalStateException("The captured traffic has the format of another version of VPC Local.");
        }
        int count = in.integer();
        List<ObservedTraffic> traffic = new ArrayList<>(count);
        List<InterfaceDetails> interfaces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            InterfaceDetails networkInterface = networkInterface(in, interfaces);
            FlowAttributes flow = flow(in);
            long packets = in.number();
            long octets = in.number();
            int flags = in.integer();
            long start = in.number();
            traffic.add(new ObservedTraffic(
                    networkInterface,
                    flow,
                    packets,
                    octets,
                    flags == 0 ? null : Integer.valueOf(flags - 1),
                    Instant.ofEpochMilli(start),
                    Instant.ofEpochMilli(start + in.number())));
        }
        return traffic;
    }

    /** Writes the number of a known interface, or the next free number followed by a new interface. */
    private static void networkInterface(Packer out, InterfaceDetails details, Map<InterfaceDetails, Integer> known) {
        Integer number = known.get(details);
        if (number != null) {
            out.number(number);
            return;
        }
        out.number(known.size());
        known.put(details, known.size());
        out.text(details.accountId());
        out.text(details.interfaceId());
        out.text(details.vpcId());
        out.text(details.subnetId());
        out.text(details.instanceId());
        out.text(details.region());
        out.text(details.azId());
        out.text(details.sublocationType());
        out.text(details.sublocationId());
        out.text(details.resourceId());
        out.text(details.interfaceType());
        out.number(details.more().size());
        details.more().forEach((field, value) -> {
            out.text(field.wireName());
            out.text(value);
        });
    }

    private static InterfaceDetails networkInterface(Unpacker in, List<InterfaceDetails> known) {
        int number = in.integer();
        if (number < known.size()) {
            return known.get(number);
        }
        String account = in.required();
        @Nullable String[] texts = new @Nullable String[10];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.text();
        }
        Map<RecordField, String> more = new LinkedHashMap<>();
        for (int left = in.integer(); left > 0; left--) {
            RecordField field = RecordField.named(in.required());
            String value = in.required();
            if (field != null) {
                more.put(field, value);
            }
        }
        InterfaceDetails details = new InterfaceDetails(
                account, texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7], texts[8],
                texts[9], more);
        known.add(details);
        return details;
    }

    private static void flow(Packer out, FlowAttributes flow) {
        out.text(flow.sourceAddress());
        out.text(flow.destinationAddress());
        out.number(flow.sourcePort());
        out.number(flow.destinationPort());
        out.number(flow.protocol());
        out.number(flow.action().ordinal());
        out.text(flow.addressType());
        out.text(flow.packetSourceAddress());
        out.text(flow.packetDestinationAddress());
        out.text(flow.packetSourceService());
        out.text(flow.packetDestinationService());
        FlowDirection direction = flow.direction();
        out.number(direction == null ? 0 : direction.ordinal() + 1);
        TrafficPath path = flow.trafficPath();
        out.number(path == null ? 0 : path.code());
        out.text(flow.rejectReason());
        Integer encryption = flow.encryptionStatus();
        out.number(encryption == null ? 0 : encryption + 1);
        NextHop next = flow.nextHop();
        out.number(next == null ? 0 : 1);
        if (next != null) {
            out.text(next.interfaceId());
            out.text(next.subnetId());
            out.text(next.azId());
            out.text(next.vpcId());
            out.text(next.interfaceType());
        }
    }

    private static FlowAttributes flow(Unpacker in) {
        return new FlowAttributes(
                in.required(),
                in.required(),
                in.integer(),
                in.integer(),
                in.integer(),
                ACTIONS[in.integer()],
                in.required(),
                in.required(),
                in.required(),
                in.text(),
                in.text(),
                direction(in.integer()),
                path(in.integer()),
                in.text(),
                status(in.integer()),
                in.integer() == 0 ? null : new NextHop(in.text(), in.text(), in.text(), in.text(), in.text()));
    }

    private static final Action[] ACTIONS = Action.values();
    private static final FlowDirection[] DIRECTIONS = FlowDirection.values();

    private static @Nullable FlowDirection direction(int number) {
        return number == 0 ? null : DIRECTIONS[number - 1];
    }

    private static @Nullable TrafficPath path(int code) {
        return code == 0 ? null : TrafficPath.of(code);
    }

    private static @Nullable Integer status(int number) {
        return number == 0 ? null : Integer.valueOf(number - 1);
    }
}
