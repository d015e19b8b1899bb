// Stands in for everything that a reader hears, feels and is kept awake by, and writes it down with its time; and
// for the clock, which only the test moves. Runs before any script of the page.

(() => {
  const EPOCH = 1_800_000_000_000;
  const PER_WORD = 350; // How long a voice takes for a word, in milliseconds.
  const heard = [];
  // Where the page has lived for a while its clock goes on: it never goes back.
  let now = Math.max(1000, Math.ceil(performance.now()));
  let ahead = 0;
  let timers = [];
  let n = 0;
  const write = (what, value, at = now) => heard.push({ what, value, at });

  performance.now = () => now;
  Date.now = () => EPOCH + ahead + now;
  const later = (work, ms = 0, ...rest) => {
    timers.push({ id: ++n, at: now + Math.max(0, ms), work: () => work(...rest) });
    return n;
  };
  window.setTimeout = later;
  window.clearTimeout = (id) => (timers = timers.filter((timer) => timer.id !== id));

  function advance(ms) {
    const until = now + ms;
    for (;;) {
      const next = timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at || a.id - b.id)[0];
      if (!next) break;
      timers = timers.filter((timer) => timer !== next);
      now = Math.max(now, next.at);
      next.work();
    }
    now = until;
  }

  // The page does nothing for so long; what was due comes late.
  function stall(ms) {
    now += ms;
    advance(0);
  }

  // Somebody sets the clock that shows the date; the one that only counts goes on.
  const setClock = (ms) => (ahead += ms);

  // Tones are written down for the moment they sound at, so that one taken back before never sounded.
  const contexts = [];
  let closedAt;
  const settings = { voice: true, light: true, sound: true };
  class Param {
    value = 0;
    setValueAtTime() {}
    linearRampToValueAtTime() {}
  }
  class Node {
    connect(to) {
      return to;
    }
  }
  class Tone extends Node {
    frequency = new Param();
    constructor(context) {
      super();
      this.context = context;
    }
    start(when) {
      this.entry = { what: "tone", value: this.frequency.value, at: Math.round(this.context.moment(when)) };
      heard.push(this.entry);
    }
    stop(when) {
      if (when === 0 && this.entry.at > now) heard.splice(heard.indexOf(this.entry), 1);
    }
  }
  class Context extends EventTarget {
    #began = now;
    state = settings.sound ? "running" : "suspended";
    destination = new Node();
    constructor() {
      super();
      contexts.push(this);
    }
    // The sound's clock runs from another beginning.
    get currentTime() {
      return (now - this.#began) / 1000 + 7;
    }
    moment(when) {
      return (when - 7) * 1000 + this.#began;
    }
    createOscillator() {
      return new Tone(this);
    }
    createGain() {
      return Object.assign(new Node(), { gain: new Param() });
    }
    async resume() {
      if (settings.sound) this.become("running");
    }
    // As in a browser, whoever asked is gone before it is done.
    async close() {
      await null;
      closedAt = now;
      this.become("closed");
    }
    become(state) {
      if (this.state === state) return;
      this.state = state;
      this.dispatchEvent(new Event("statechange"));
    }
  }
  window.AudioContext = Context;

  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  let speaking;
  const synthesis = {
    getVoices: () =>
      settings.voice
        ? [
            { lang: "en-US", name: "from a server", localService: false },
            { lang: "en-GB", name: "of the device", localService: true },
          ]
        : [{ lang: "en-US", name: "from a server", localService: false }],
    speak(utterance) {
      speaking = utterance;
      write("say", utterance.text);
      write("voice", utterance.voice.name);
      if (settings.mute) return;
      later(() => speaking === utterance && utterance.onstart?.(), 50);
      const ms = utterance.text.split(" ").length * PER_WORD;
      later(() => {
        if (speaking !== utterance) return;
        speaking = undefined;
        utterance.onend?.();
      }, ms);
    },
    cancel() {
      speaking = undefined;
    },
  };
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
  Object.defineProperty(navigator, "audioSession", { value: { type: "auto" } });
  Object.defineProperty(navigator, "vibrate", {
    value: (pattern) => {
      write("buzz", pattern.join(" "));
      return true;
    },
  });
  Object.defineProperty(navigator, "wakeLock", {
    value: {
      async request() {
        if (!settings.light) throw new DOMException("no", "NotAllowedError");
        write("light", "on");
        return { release: async () => write("light", "off") };
      },
    },
  });

  let visibility = "visible";
  Object.defineProperty(document, "visibilityState", { get: () => visibility });
  function see(state) {
    visibility = state;
    document.dispatchEvent(new Event("visibilitychange"));
  }

  window.ears = {
    advance,
    setClock,
    stall,
    settings,
    heard: () => heard.toSorted((a, b) => a.at - b.at),
    now: () => now,
    isSpeaking: () => speaking !== undefined,
    closedAt: () => closedAt,
    soundsOpen: () => contexts.filter((context) => context.state !== "closed").length,
    hide: () => see("hidden"),
    show: () => see("visible"),
    interrupt: () => contexts.forEach((context) => context.become("interrupted")),
  };
})();
