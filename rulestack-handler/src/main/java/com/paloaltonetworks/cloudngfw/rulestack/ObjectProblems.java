package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.rulestack.RulestackProblems.each;

import com.paloaltonetworks.cloudngfw.core.Problem;
import com.paloaltonetworks.cloudngfw.core.content.Addresses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is wrong with a rulestack's objects and file types by themselves. */
final class ObjectProblems {

    private static final int LONGEST_CATEGORY_NAME = 29;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_HOST = 253;

    private final ResourceModel model;
    private final List<Problem> problems = new ArrayList<>();

    ObjectProblems(ResourceModel model) {
        this.model = model;
    }

    List<Problem> all() {
        SecurityObjects objects = model.getSecurityObjects();
        if (objects != null) {
            check("PrefixLists", objects.getPrefixLists(), PrefixList::getName, this::checkPrefixes);
            check("FqdnLists", objects.getFqdnLists(), FqdnList::getName, this::checkHosts);
            check(
                    "CustomUrlCategories",
                    objects.getCustomUrlCategories(),
                    CustomUrlCategory::getName,
                    this::checkCategory);
            check("IntelligentFeeds", objects.getIntelligentFeeds(), IntelligentFeed::getName, (path, feed) -> {});
            check("CertificateObjects", objects.getCertificateObjects(), CertObject::getName, this::checkCertificate);
        }
        checkFileTypes();
        return problems;
    }

    private <T> void check(String member, @Nullable List<T> list, Function<T, String> name, BiConsumer<String, T> one) {
        Map<String, Integer> seen = new HashMap<>();
        for (int index = 0; index < each(list).size(); index++) {
            String path = "/SecurityObjects/" + member + "/" + index;
            T object = list.get(index);
            Integer first = seen.putIfAbsent(String.valueOf(name.apply(object)), index);
            if (first != null) {
                add(path + "/Name", name.apply(object), "the same name as /SecurityObjects/" + member + "/" + first);
            }
            one.accept(path, object);
        }
    }

    private void checkPrefixes(String path, PrefixList list) {
        List<String> prefixes = each(list.getPrefixList());
        if (prefixes.isEmpty()) {
            add(path + "/PrefixList", null, "a prefix list needs at least one address");
        }
        for (int index = 0; index < prefixes.size(); index++) {
            if (!Addresses.isNetwork(prefixes.get(index))) {
                add(
                        path + "/PrefixList/" + index,
                        prefixes.get(index),
                        "'" + prefixes.get(index) + "' is not an address or CIDR block");
            }
        }
    }

    private void checkHosts(String path, FqdnList list) {
        List<String> hosts = each(list.getFqdnList());
        if (hosts.isEmpty()) {
            add(path + "/FqdnList", null, "an FQDN list needs at least one name");
        }
        for (int index = 0; index < hosts.size(); index++) {
            String host = hosts.get(index);
            boolean longLabel = Arrays.stream(host.split("\\.")).anyMatch(label -> label.length() > LONGEST_LABEL);
            if (host.length() > LONGEST_HOST || longLabel) {
                add(path + "/FqdnList/" + index, host, "a name has at most 253 characters, 63 between two dots");
            }
        }
    }

    private void checkCategory(String path, CustomUrlCategory category) {
        String name = category.getName();
        if (name == null) {
            add(path + "/Name", null, "a custom URL category needs a name");
        } else if (name.length() > LONGEST_CATEGORY_NAME || !name.matches("[A-Za-z].*")) {
            add(path + "/Name", name, "the service takes at most 29 characters, beginning with a letter");
        }
        if (each(category.getURLTargets()).isEmpty()) {
            add(path + "/URLTargets", null, "a custom URL category needs at least one URL");
        }
    }

    private void checkCertificate(String path, CertObject certificate) {
        if (certificate.getCertificateSignerArn() != null
                && Boolean.TRUE.equals(certificate.getCertificateSelfSigned())) {
            add(
                    path + "/CertificateSelfSigned",
                    true,
                    "a certificate is either self-signed or signed by what CertificateSignerArn names");
        }
    }

    private void checkFileTypes() {
        CustomSecurityProfiles profiles = model.getCustomSecurityProfiles();
        if (profiles == null) {
            return;
        }
        if (profiles.getFileBlocking() != null && !each(profiles.getFileTypes()).isEmpty()) {
            add("/CustomSecurityProfiles", null, "give FileBlocking or FileTypes, not both");
        }
        Map<String, String> seen = new HashMap<>();
        if (profiles.getFileBlocking() != null) {
            checkFileType("/CustomSecurityProfiles/FileBlocking", profiles.getFileBlocking(), seen);
        }
        List<FileBlocking> list = each(profiles.getFileTypes());
        for (int index = 0; index < list.size(); index++) {
            checkFileType("/CustomSecurityProfiles/FileTypes/" + index, list.get(index), seen);
        }
    }

    private void checkFileType(String path, FileBlocking blocking, Map<String, String> seen) {
        String first = seen.putIfAbsent(blocking.getFileType(), path);
        if (first != null) {
            add(path + "/FileType", blocking.getFileType(), "the same file type as " + first);
        }
        if ("continue".equals(blocking.getAction())) {
            add(path + "/Action", "continue", "the service shows this action but takes only alert and block");
        }
    }

    private void add(String path, @Nullable Object value, String message) {
        problems.add(Problem.at(path, value, message));
    }
}
