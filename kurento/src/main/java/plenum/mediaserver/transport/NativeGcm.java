package plenum.mediaserver.transport;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * AES-GCM encryption by the native functions of Amazon's provider, called directly by reflection into its private methods. The layers that
 * {@link javax.crypto.Cipher} puts above them would cost a lock and five objects per packet, and touch as much memory as the encryption
 * (ADR 0094). One key and one direction; one thread at a time. WARNING: it does not check nonces. The caller must never encrypt two
 * different texts with one IV; that would disclose the authentication key (NIST SP 800-38D section 8).
 */
final class NativeGcm {
    private static final Logger log = LoggerFactory.getLogger(NativeGcm.class);
    private static final int TAG_LENGTH = 16;
    private static final String PACKAGE = "com.amazon.corretto.crypto.provider.";
    private static final @Nullable Functions FOUND = find();
    private static final @Nullable MethodHandle INIT = FOUND == null ? null : FOUND.init;
    private static final @Nullable MethodHandle UPDATE_AAD = FOUND == null ? null : FOUND.updateAad;
    private static final @Nullable MethodHandle FINISH = FOUND == null ? null : FOUND.finish;

    /** @param context makes the object that frees a native context once nothing refers to it any more */
    private record Functions(MethodHandle init, MethodHandle updateAad, MethodHandle finish, MethodHandle context) {}

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int IV_LENGTH = 12;

    private final byte[] key;
    private final byte[] iv = new byte[IV_LENGTH];
    private long context;
    private @Nullable Object owner;

    /** Only where it {@link #isAvailable}. */
    NativeGcm(byte[] key) {
        this.key = key;
    }

    private static @Nullable Functions find() {
        if (NativeProvider.find().isEmpty()) {
            return null;
        }
        try {
            Class<?> gcm = Class.forName(PACKAGE + "AesGcmSpi");
            Constructor<?> context =
                    Class.forName(PACKAGE + "NativeEvpCipherCtx").getDeclaredConstructor(long.class);
            context.setAccessible(true);
            return new Functions(
                    function(gcm, "encryptInit", long.class, boolean.class, byte[].class, byte[].class),
                    function(gcm, "encryptUpdateAAD", long.class, byte[].class, int.class, int.class),
                    function(
                            gcm,
                            "encryptDoFinal",
                            long.class,
                            boolean.class,
                            byte[].class,
                            int.class,
                            int.class,
                            byte[].class,
                            int.class,
                            int.class),
                    MethodHandles.lookup()
                            .unreflectConstructor(context)
                            .asType(MethodType.methodType(Object.class, long.class)));
        } catch (ReflectiveOperationException | RuntimeException e) {
            log.info("encryption by way of javax.crypto, with more garbage: {}", e.toString());
            return null;
        }
    }

    private static MethodHandle function(Class<?> owner, String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        Method method = owner.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return MethodHandles.lookup().unreflect(method);
    }

    /** Whether this version of the provider has these functions, and its library loads. */
    static boolean isAvailable() {
        return FOUND != null;
    }

    /**
     * Encrypts {@code data[from..end)} in place and appends the tag; authenticates what is before it, then {@code more}.
     *
     * @param ivHigh the first eight bytes of the IV
     * @param ivLow the last four
     * @return the end of the tag
     */
    int seal(byte[] data, int from, int end, long ivHigh, int ivLow, byte @Nullable [] more) {
        Functions functions = FOUND;
        MethodHandle init = INIT;
        MethodHandle updateAad = UPDATE_AAD;
        MethodHandle finish = FINISH;
        if (functions == null || init == null || updateAad == null || finish == null) {
            throw new IllegalStateException("not available");
        }
        LONGS.set(iv, 0, ivHigh);
        INTS.set(iv, Long.BYTES, ivLow);
        try {
            boolean sameKey = context != 0;
            context = (long) init.invokeExact(context, sameKey, key, iv);
            if (!sameKey) {
                owner = functions.context.invokeExact(context);
            }
            updateAad.invokeExact(context, data, 0, from);
            if (more != null) {
                updateAad.invokeExact(context, more, 0, more.length);
            }
            return from + (int) finish.invokeExact(context, false, data, from, end - from, data, from, TAG_LENGTH);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot protect a packet", e);
        } finally {
            Reference.reachabilityFence(owner);
        }
    }
}
