package io.vpclocal.flowlog.record;

import io.vpclocal.flowlog.record.Aggregation.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates traffic into the records of one capture window. An interface at its capacity loses further flows, and one
 * SKIPDATA record stands for all of them (AWS documentation, VPC User Guide: flow log records). UNVERIFIED: AWS does
 * not say what the capacity counts; here it counts flows.
 */
public final class WindowRecords {

    private final Window window;
    private final Map<Interface, Captured> interfaces = new LinkedHashMap<>();
    private final Map<Key, FlowRecord> records = new LinkedHashMap<>();

    WindowRecords(Window window) {
        this.window = window;
    }

    private record Interface(@Nullable String id, @Nullable String resourceId) {}

    /** The flows that one interface has captured. */
    private static final class Captured {

        private final InterfaceDetails networkInterface;
        private int flows;
        private boolean skipped;

        private Captured(InterfaceDetails networkInterface) {
            this.networkInterface = networkInterface;
        }
    }

    private record Key(Captured at, FlowAttributes flow) {

        private static final int SPREAD = 0x9E3779B1;

        /** Spreads well over ports and addresses, the values that differ most between flows. */
        @Override
        public int hashCode() {
            int hash = (flow.sourcePort() << 16 ^ flow.destinationPort()) * SPREAD;
            hash = (hash ^ flow.sourceAddress().hashCode()) * SPREAD;
            hash = (hash ^ flow.destinationAddress().hashCode()) * SPREAD;
            return hash ^ at.hashCode() ^ flow.action().ordinal();
        }
    }

    /**
     * Adds traffic.
     *
     * @param traffic may extend beyond the window; only its share of the window counts
     * @param capacity the most flows of an interface in the window
     */
    public void add(Collection<ObservedTraffic> traffic, int capacity) {
        for (ObservedTraffic observed : traffic) {
            FlowRecord share = Aggregation.share(observed, window);
            if (share != null) {
                add(share, observed.flow(), capacity);
            }
        }
    }

    private void add(FlowRecord share, FlowAttributes flow, int capacity) {
        InterfaceDetails details = share.networkInterface();
        Captured at = interfaces.computeIfAbsent(
                new Interface(details.interfaceId(), details.resourceId()), is -> new Captured(details));
        Key key = new Key(at, flow);
        FlowRecord known = records.get(key);
        if (known != null) {
            records.put(key, sum(known, share));
        } else if (at.flows < capacity) {
            at.flows++;
            records.put(key, share);
        } else {
            at.skipped = true;
        }
    }

    /** The records so far: flows in the order they were first added, then interfaces that lost flows. */
    public List<FlowRecord> all() {
        List<FlowRecord> all = new ArrayList<>(records.values());
        for (Captured at : interfaces.values()) {
            if (at.skipped) {
                all.add(FlowRecord.skipData(
                        at.networkInterface,
                        window.start().getEpochSecond(),
                        window.end().getEpochSecond()));
            }
        }
        return all;
    }

    private static FlowRecord sum(FlowRecord one, FlowRecord other) {
        return new FlowRecord(
                one.networkInterface(),
                one.flow(),
                one.packets() + other.packets(),
                one.bytes() + other.bytes(),
                TcpFlags.or(one.tcpFlags(), other.tcpFlags()),
                Math.min(one.start(), other.start()),
                Math.max(one.end(), other.end()),
                one.status());
    }
}
