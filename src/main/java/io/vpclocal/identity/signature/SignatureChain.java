package io.vpclocal.identity.signature;

import io.vpclocal.identity.ChunkSignatures;
import java.util.HexFormat;

/** Verifies chunk signatures, starting from the signature of a request. */
final class SignatureChain implements ChunkSignatures {

    private static final String EMPTY = Digests.sha256Hex(new byte[0]);

    private final byte[] key;
    private final String date;
    private final String scope;
    private String previous;

    SignatureChain(byte[] key, String date, String scope, String seed) {
        this.key = key;
        this.date = date;
        this.scope = scope;
        this.previous = seed;
    }

    @Override
    public boolean chunk(String sha256, String signature) {
        return next("AWS4-HMAC-SHA256-PAYLOAD", EMPTY + '\n' + sha256, signature);
    }

    @Override
    public boolean trailer(String sha256, String signature) {
        return next("AWS4-HMAC-SHA256-TRAILER", sha256, signature);
    }

    private boolean next(String algorithm, String content, String signature) {
        String text = String.join("\n", algorithm, date, scope, previous, content);
        String expected = HexFormat.of().formatHex(Digests.hmac(key, text));
        previous = expected;
        return Digests.sameText(expected, signature);
    }
}
