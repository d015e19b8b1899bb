#!/usr/bin/env python3
"""How long a site of many articles takes us, and others who are good at it.

    site.py PROGRAMS RUNS N...

PROGRAMS is a JSON file of what `cargo xtask peers` found; what is null could not be had. All build the pages of our
content and N articles of 1,600 words beside them, from cold, from the same sentences. We compile the graph, hold
every link and source against it, and write data, pictures and the index of the search; the others have the plainest
templates that make a page with a title, a way home and its text. Of them, Zola makes an index of a search too;
Pagefind makes one of what Hugo wrote, and that is all that it does.
"""

import json
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import measured

ROOT = Path(__file__).resolve().parents[2]
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>
<nav><a href="/">Home</a></nav><main><h1>{title}</h1>{content}</main></body></html>
"""


def zola(folder, program):
    put(folder / "config.toml", 'base_url = "https://example.org"\nbuild_search_index = true\n')
    page = PAGE.format(title="{{ page.title }}", content="{{ page.content | safe }}")
    listed = '{% for page in section.pages %}<a href="{{ page.permalink }}">{{ page.title }}</a>{% endfor %}'
    section = PAGE.format(title="{{ section.title }}", content=listed)
    for name, text in [("page", page), ("section", section), ("index", section)]:
        put(folder / f"templates/{name}.html", text)
    shutil.copytree(folder.parent / "toml", folder / "content")
    for kind in [folder / "content", *kinds(folder / "content")]:
        put(kind / "_index.md", f'+++\ntitle = "{kind.name}"\n+++\n')
    return [program, "build"]


def hugo(folder, program):
    put(folder / "hugo.toml", 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "RSS"]\n')
    page = PAGE.format(title="{{ .Title }}", content="{{ .Content }}")
    listed = '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
    put(folder / "layouts/_default/single.html", page)
    put(folder / "layouts/_default/list.html", PAGE.format(title="{{ .Title }}", content=listed))
    shutil.copytree(folder.parent / "yaml", folder / "content")
    return [program, "--quiet"]


def eleventy(folder, program):
    content = "{{ content | safe }}"
    put(folder / "_includes/page.njk", PAGE.format(title="{{ title }}", content=content))
    shutil.copytree(folder.parent / "yaml", folder, dirs_exist_ok=True)
    for kind in kinds(folder):
        shape = {"layout": "page.njk", "tags": [kind.name]}
        if kind.name != "_includes":
            put(kind / f"{kind.name}.json", json.dumps(shape))
            listed = "{%% for page in collections['%s'] %%}<a href=\"{{ page.url }}\">{{ page.data.title }}</a>{%% endfor %%}"
            put(folder / f"list-{kind.name}.njk", f"---\npermalink: /{kind.name}/\nlayout: page.njk\n---\n" + listed % kind.name)
    put(folder / "eleventy.config.js", "module.exports = () => ({ markdownTemplateEngine: false });\n")
    return ["node", program, "--quiet"]


def ours(folder, program):
    engine, search = ROOT / "target/wasm/page", ROOT / "target/search/minisearch.js"
    content, www = folder.parent / "ours", ROOT / "www"
    folder.mkdir()
    return [program, "build", content, "--engine", engine, "--www", www, "--search", search, "--out", folder / "public"]


PEERS = {"backwise": ours, "zola": zola, "hugo": hugo, "eleventy": eleventy}


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def kinds(folder):
    return sorted(path for path in folder.iterdir() if path.is_dir())


def build(folder, command, runs):
    """The median of several runs, each from nothing."""
    def once():
        for made in ("public", "_site"):
            shutil.rmtree(folder / made, ignore_errors=True)
        return measured.run(command, folder)

    return measured.median([once() for _ in range(runs)])


def table(programs, runs, n):
    """Figures of each at N articles."""
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        subprocess.run([programs["corpus"], folder, str(n)], check=True)
        for name, prepare in PEERS.items():
            if programs.get(name):
                command = prepare(folder / name, programs[name])
                figures[name] = build(folder / name, command, runs)
                pages = sum(1 for made in ("public", "_site") for _ in (folder / name / made).rglob("*.html"))
                assert pages > n, f"{name} made {pages} pages of {n}"
        if programs.get("pagefind") and "hugo" in figures:
            command = [programs["pagefind"], "--site", "public"]
            figures["pagefind"] = measured.median(
                [measured.run(command, folder / "hugo") for _ in range(runs)]
            )
    return figures


def report(n, figures):
    ours = figures["backwise"]
    print(f"\n{n:,} articles beside our pages{'':6} ours is so many times theirs      ours: lower is better")
    print(f"{'':12}{'seconds':>9}{'processor':>11}{'MiB':>7}{'':4}{'seconds':>8}{'processor':>11}{'memory':>8}")
    for name, theirs in figures.items():
        ratios = [mine / its for mine, its in zip(ours, theirs)]
        print(
            f"{name:12}{theirs[0]:9.2f}{theirs[1]:11.2f}{theirs[2]:7.0f}{'':4}"
            f"{ratios[0]:8.2f}{ratios[1]:11.2f}{ratios[2]:8.2f}",
            flush=True,
        )


def main():
    programs, runs = json.loads(Path(sys.argv[1]).read_text()), int(sys.argv[2])
    print(f"{platform.processor() or platform.machine()}, {platform.platform()}, median of {runs}")
    for name, program in programs.items():
        if program is None:
            print(f"{name}: not had")
    seen = {}
    for n in map(int, sys.argv[3:]):
        seen[n] = table(programs, runs, n)
        report(n, seen[n])
    if len(seen) > 1:
        (few, before), (many, after) = list(seen.items())[-2:]
        grown = [f"{name} {after[name][0] / before[name][0]:.1f}" for name in after]
        spent = [f"{name} {after[name][1] / before[name][1]:.1f}" for name in after]
        print(f"\nfrom {few:,} to {many:,} articles, times the seconds: {', '.join(grown)}")
        print(f"and times the processor's: {', '.join(spent)}")


if __name__ == "__main__":
    main()
