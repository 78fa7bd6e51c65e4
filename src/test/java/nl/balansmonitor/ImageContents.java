package nl.balansmonitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays out what the container image holds, in folders of which Jib makes layers: a Java of its own, the application with its libraries and,
 * from Java 25 on, its classes as a running bot had them ({@link TrainingRun}). {@code docs/image.md} says why each is there.
 *
 * <p>Java takes such a cache only with the very Java that wrote it, and with jars of the same size and time on the same class path. So both
 * are laid out before it is written, with the times that they have in the image.
 */
final class ImageContents {

    /** All of Java's standard, so that no library misses a part of it; of what the JDK has besides, what libraries use. */
    private static final List<String> MODULES = List.of(
            "java.se",
            "jdk.crypto.ec", // before Java 22: elliptic curves, without which Azure can't be reached
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    /** As Java's own defaults, which {@code JAVA_TOOL_OPTIONS} can change. */
    private static final List<String> OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            // On half a core the optimising compiler takes from the answers what they need.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:MaxRAMPercentage=60",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dorg.sqlite.lib.path=/app/native");

    /** What Debian's package of glibc has, and a base without anything else. */
    private static final Pattern GLIBC =
            Pattern.compile("/\\S*/(?:ld-linux[^/ ]*|lib(?:c|m|dl|rt|pthread)\\.so\\.\\d)(?= |$)");

    private static final Pattern SYSTEM =
            Pattern.compile("-((?:linux|osx|windows)-(?:x86_64|x86_32|aarch_64|riscv64))\\.jar$");

    private static final String MACHINE =
            System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");

    private static final Path JDK = Path.of(System.getProperty("java.home"));

    private final Path folder;
    private final Path java;
    private final Path app;

    private ImageContents(Path folder) {
        this.folder = folder;
        java = folder.resolve("java");
        app = folder.resolve("app");
    }

    /**
     * Makes everything anew.
     *
     * @param args the boot jar, the folder to lay it out in, and the time that all files shall have
     */
    public static void main(String[] args) throws Exception {
        var contents = new ImageContents(Path.of(args[1]).toAbsolutePath());
        contents.clear();
        contents.linkJava();
        contents.extract(Path.of(args[0]));
        contents.copyHostLibraries();
        contents.date(Instant.parse(args[2]));
        if (Runtime.version().feature() < 25) {
            report("without a cache of classes, which wants Java 25: this one is " + Runtime.version());
        } else {
            Path cache = contents.app.resolve("classes.aot");
            new TrainingRun(contents.java.resolve("bin/java"), contents.app.resolve("balans-monitor.jar")).cache(cache);
            report(String.format(Locale.ROOT, "with a cache of classes of %.0f MB", Files.size(cache) / 1e6));
        }
    }

    /** What Jib kept of earlier layers goes as well: it tells files from others by name and time alone, which are the same in every build. */
    private void clear() throws IOException {
        for (Path old : List.of(folder, folder.resolveSibling("jib-cache"))) {
            if (Files.exists(old)) {
                delete(old);
            }
        }
        for (String empty : List.of("host/tmp", "host/data", "data/data")) {
            Files.createDirectories(folder.resolve(empty));
        }
    }

    private void linkJava() throws Exception {
        String modules = MODULES.stream()
                .filter(name -> ModuleFinder.ofSystem().find(name).isPresent())
                .collect(Collectors.joining(","));
        var options = new ArrayList<>(OPTIONS);
        if (Runtime.version().feature() < 25) {
            options.add("-XX:+IgnoreUnrecognizedVMOptions"); // the entry point names the cache
        }
        // A process of its own: within this one it makes a slightly different Java every time.
        run(
                JDK.resolve("bin/jlink").toString(),
                "--add-modules=" + modules,
                "--include-locales=en,nl",
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                // The layer is compressed, and better so; what isn't compressed inside need not be unpacked at every
                // start.
                "--compress=zip-0",
                "--add-options=" + String.join(" ", options),
                "--output=" + java);
    }

    private void extract(Path jar) throws Exception {
        run(
                JDK.resolve("bin/java").toString(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                app.toString());
        Files.move(app.resolve(jar.getFileName()), app.resolve("balans-monitor.jar"));
        dropForeignLibraries();
        takeOutSqlite();
        takeOutSignatures();
    }

    /** Libraries come with native code for every system in jars that are named after it. */
    private void dropForeignLibraries() throws IOException {
        String machine = MACHINE.equals("aarch64") ? "aarch_64" : MACHINE;
        try (Stream<Path> jars = Files.list(app.resolve("lib"))) {
            for (Path jar : jars.toList()) {
                var system = SYSTEM.matcher(jar.getFileName().toString());
                if (system.find() && !system.group(1).equals("linux-" + machine)) {
                    Files.delete(jar);
                }
            }
        }
    }

    /** The driver holds it for twenty systems, and would unpack one at every start into a folder that can be written and executed. */
    private void takeOutSqlite() throws IOException {
        Path target = Files.createDirectories(app.resolve("native")).resolve("libsqlitejdbc.so");
        try (Stream<Path> libraries = Files.list(app.resolve("lib"))) {
            Path driver = libraries
                    .filter(p -> p.getFileName().toString().startsWith("sqlite-jdbc"))
                    .findFirst()
                    .orElseThrow();
            try (FileSystem zip = FileSystems.newFileSystem(driver)) {
                Files.copy(zip.getPath("org/sqlite/native/Linux", MACHINE, "libsqlitejdbc.so"), target);
                delete(zip.getPath("org/sqlite/native"));
            }
        }
    }

    /** Java caches no class of a signed jar, as Azure's are. It would check that each is as signed, but not by whom. */
    private void takeOutSignatures() throws IOException {
        try (Stream<Path> jars = Files.list(app.resolve("lib"))) {
            for (Path jar : jars.toList()) {
                try (FileSystem zip = FileSystems.newFileSystem(jar);
                        Stream<Path> files = Files.walk(zip.getPath("META-INF"), 1)) {
                    for (Path file : files.filter(ImageContents::isSignature).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    private static boolean isSignature(Path file) {
        return file.toString().matches("/?META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    /** For a build that can't reach a registry: this machine's own C library instead of a base image. */
    private void copyHostLibraries() throws Exception {
        String needed = run("ldd", java.resolve("lib/server/libjvm.so").toString())
                + run("ldd", app.resolve("native/libsqlitejdbc.so").toString())
                + run("ldd", java.resolve("bin/java").toString());
        for (String library :
                GLIBC.matcher(needed).results().map(found -> found.group()).toList()) {
            Path copy = folder.resolve("host").resolve(library.substring(1));
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of(library), copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void date(Instant instant) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(path -> !Files.isSymbolicLink(path)).forEach(path -> {
                try {
                    Files.setLastModifiedTime(path, FileTime.from(instant));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ":\n" + said);
        }
        return said;
    }

    private static void report(String what) {
        System.Logger log = System.getLogger("image");
        log.log(System.Logger.Level.INFO, what);
    }
}
