package io.vpclocal.proxy.hosted;

import io.vpclocal.traffic.CallTraffic.Target;
import io.vpclocal.traffic.CallTraffic.Way;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The header of proxy protocol version 2 (HAProxy, "The PROXY protocol"; User Guide for Network Load Balancers, "Proxy
 * protocol": the source is the consumer's private address, and a TLV has the endpoint's id). Our guess: the destination is the
 * load balancer's address.
 */
final class ProxyProtocol {

    private static final byte[] SIGNATURE = HexFormat.of().parseHex("0d0a0d0a000d0a515549540a");
    private static final int VERSION_2_PROXY = 0x21;
    private static final int TCP_OVER_IPV4 = 0x11;
    private static final int TCP_OVER_IPV6 = 0x21;
    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;
    private static final int TYPE_AWS = 0xEA;
    private static final int SUBTYPE_VPCE_ID = 1;

    private ProxyProtocol() {}

    static byte[] header(Way way, Target target, int sourcePort, int port) {
        try {
            byte[] source = InetAddress.getByName(way.sourceAddress()).getAddress();
            byte[] destination = InetAddress.getByName(target.balancerAddress()).getAddress();
            if (source.length != destination.length) {
                source = mapped(source);
                destination = mapped(destination);
            }
            byte[] body = body(source, destination, sourcePort, port, way.endpointId());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(SIGNATURE);
            out.writeByte(VERSION_2_PROXY);
            out.writeByte(source.length == IPV4_LENGTH ? TCP_OVER_IPV4 : TCP_OVER_IPV6);
            out.writeShort(body.length);
            out.write(body);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("An address of the emulated network is not a literal", e);
        }
    }

    /**
     * A header has addresses of one family, so an IPv4 address beside an IPv6 one becomes ::ffff:a.b.c.d (our guess).
     */
    private static byte[] mapped(byte[] address) {
        if (address.length != IPV4_LENGTH) {
            return address;
        }
        byte[] wide = Arrays.copyOf(HexFormat.of().parseHex("00000000000000000000ffff"), IPV6_LENGTH);
        System.arraycopy(address, 0, wide, IPV6_LENGTH - IPV4_LENGTH, IPV4_LENGTH);
        return wide;
    }

    private static byte[] body(byte[] source, byte[] destination, int sourcePort, int port, @Nullable String endpointId)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(source);
        out.write(destination);
        out.writeShort(sourcePort);
        out.writeShort(port);
        if (endpointId != null) {
            byte[] id = endpointId.getBytes(StandardCharsets.US_ASCII);
            out.writeByte(TYPE_AWS);
            out.writeShort(id.length + 1);
            out.writeByte(SUBTYPE_VPCE_ID);
            out.write(id);
        }
        return bytes.toByteArray();
    }
}
