package io.vpclocal.identity.signature;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cache of signing keys by day, Region, service and secret. The least recently used keys are evicted.
 *
 * <p>The cache key contains a digest of the secret, not the access key id, so that a changed secret never gets an old
 * signing key.
 */
final class SigningKeys {

    private record Key(String date, String region, String service, String secretDigest) {}

    private final Map<Key, byte[]> derived;

    SigningKeys(int capacity) {
        this.derived = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
                return size() > capacity;
            }
        };
    }

    byte[] of(SigningScope scope, String secret) {
        Key key = new Key(scope.date(), scope.region(), scope.service(), Digests.sha256Hex(Digests.utf8(secret)));
        synchronized (derived) {
            return derived.computeIfAbsent(key, absent -> derive(scope, secret));
        }
    }

    int size() {
        synchronized (derived) {
            return derived.size();
        }
    }

    private static byte[] derive(SigningScope scope, String secret) {
        byte[] dateKey = Digests.hmac(Digests.utf8("AWS4" + secret), scope.date());
        byte[] regionKey = Digests.hmac(dateKey, scope.region());
        byte[] serviceKey = Digests.hmac(regionKey, scope.service());
        return Digests.hmac(serviceKey, SigningScope.TERMINATOR);
    }
}
