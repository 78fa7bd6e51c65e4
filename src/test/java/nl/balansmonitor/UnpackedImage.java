package nl.balansmonitor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An image as {@code docker save} writes it, unpacked as a container engine does, and run as one does that was told {@code --read-only}:
 * with the image's user and environment, nothing to be written but {@code /tmp}, from which nothing can be executed, and {@code /data}. The
 * network is the machine's own, so that loopback reaches the tests.
 */
final class UnpackedImage {

    /** Where engines put what a container needs of its machine; the first argument is the image's root, the second what is {@code /data}. */
    private static final String CONTAINER = """
            set -e
            mount --bind "$1" "$1"
            mount -t proc -o nosuid,nodev,noexec proc "$1/proc"
            mount --rbind /dev "$1/dev"
            mount --bind /etc/hosts "$1/etc/hosts"
            mount -t tmpfs -o nosuid,nodev,noexec,mode=1777 tmpfs "$1/tmp"
            mount --bind "$2" "$1/data"
            mount -o remount,bind,ro "$1"
            shift 2
            exec env -i "$@"
            """;

    private static final List<String> MOUNT_POINTS = List.of("proc", "dev", "etc", "tmp", "data");
    private static final Pattern LISTED = Pattern.compile("(\\S{10}) \\s*(\\d+/\\d+) \\s*\\d+ \\S+ \\S+ (\\S+).*");

    private final Path folder;
    private final JsonNode config;
    private final List<Path> layers = new ArrayList<>();

    /** One file or folder of a layer. */
    record Entry(String mode, String owner, String name) {}

    private UnpackedImage(Path folder, JsonNode config) {
        this.folder = folder;
        this.config = config;
    }

    /** Unpacks the file into this folder. */
    static UnpackedImage of(Path file, Path folder) throws Exception {
        run("tar", "-xf", file.toString(), "-C", folder.toString());
        JsonNode manifest = json(folder.resolve("manifest.json")).get(0);
        var image = new UnpackedImage(
                folder, json(folder.resolve(manifest.path("Config").asString())));
        for (JsonNode layer : manifest.path("Layers")) {
            image.layers.add(folder.resolve(layer.asString()));
        }
        return image;
    }

    /** What a container is started with, such as {@code User} and {@code Env}. */
    JsonNode config() {
        return config.path("config");
    }

    List<Path> layers() {
        return List.copyOf(layers);
    }

    List<String> words(String field) {
        return config().path(field).values().stream().map(JsonNode::asString).toList();
    }

    /** All that the layers hold, the lowest layer first. */
    List<Entry> entries() throws Exception {
        var entries = new ArrayList<Entry>();
        for (Path layer : layers) {
            run("tar", "--numeric-owner", "-tvzf", layer.toString()).lines().forEach(line -> {
                var listed = LISTED.matcher(line);
                if (listed.matches()) {
                    entries.add(new Entry(listed.group(1), listed.group(2), listed.group(3)));
                }
            });
        }
        return entries;
    }

    /** Puts the layers upon each other. */
    Path root() throws Exception {
        Path root = Files.createDirectory(folder.resolve("root"));
        for (Path layer : layers) {
            run("tar", "-xzpf", layer.toString(), "-C", root.toString());
        }
        for (String mountPoint : MOUNT_POINTS) {
            Files.createDirectories(root.resolve(mountPoint));
        }
        Path hosts = root.resolve("etc/hosts");
        if (!Files.exists(hosts)) {
            Files.createFile(hosts);
        }
        return root;
    }

    /** What runs the image's entry point, with more of the environment; arguments of the program can follow. */
    List<String> command(Path root, Path data, String... environment) {
        var command = new ArrayList<>(
                List.of("unshare", "--mount", "sh", "-c", CONTAINER, "container", root.toString(), data.toString()));
        command.addAll(words("Env"));
        command.addAll(List.of(environment));
        command.addAll(List.of(chroot(), "--userspec=" + config().path("User").asString(), root.toString()));
        command.addAll(words("Entrypoint"));
        return command;
    }

    /** Whether this machine lets us do that: root may, in most places. */
    static boolean canRun() throws Exception {
        return new ProcessBuilder("unshare", "--mount", "true").start().waitFor() == 0;
    }

    private static String chroot() {
        return Files.exists(Path.of("/usr/sbin/chroot")) ? "/usr/sbin/chroot" : "/usr/bin/chroot";
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    private static String run(String... command) throws Exception {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed");
        }
        return said;
    }
}
